package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.Worker.Round;
import com.hackajob.pinpoint.mapping.StageId;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads messages of events.fifo; their contract is {@code infra/contracts/events.schema.json}. */
@Singleton
final class Events {

    private final ObjectMapper mapper;

    Events(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Event read(String body) {
        try {
            return read(mapper.readTree(body));
        } catch (JsonProcessingException notJson) {
            return new Event.Unreadable("not JSON");
        } catch (InvalidRequest invalid) {
            return new Event.Unreadable("invalid " + invalid.field());
        }
    }

    private static Event read(JsonNode envelope) {
        JsonNode data = envelope.path("data");
        JsonBodies.text(envelope, "id");
        CompanyId company = Call.parsed("companyId", JsonBodies.optionalText(envelope, "companyId"), CompanyId::new);
        String type = JsonBodies.text(envelope, "type");
        return switch (type) {
            case "candidate.accepted" -> new Event.CandidateAccepted(key(company, data));
            case "candidate.stage_changed" ->
                new Event.CandidateMoved(key(company, data), stage(data), occurredAt(envelope));
            case "pinpoint.hint" -> new Event.PinpointHint(company, application(data), occurredAt(envelope));
            case "candidate.erased" -> new Event.CandidateErased(company, candidate(data), occurredAt(envelope));
            case "job.published" ->
                new Event.JobPublished(company, job(data), JsonBodies.text(data, "title"), occurredAt(envelope));
            case "job.closed", "job.deleted" -> new Event.JobClosed(company, job(data), occurredAt(envelope));
            case "company.due" -> new Event.CompanyDue(new Round(company, occurredAt(envelope), round(data)));
            case "connection.poll" -> new Event.ConnectionPoll(company);
            default -> new Event.Ignored(type);
        };
    }

    private static ExportKey key(CompanyId company, JsonNode data) {
        return new ExportKey(company, job(data), candidate(data));
    }

    private static CandidateId candidate(JsonNode data) {
        return Call.parsed("data.candidateId", JsonBodies.optionalText(data, "candidateId"), CandidateId::new);
    }

    private static JobId job(JsonNode data) {
        return Call.parsed("data.jobId", JsonBodies.optionalText(data, "jobId"), JobId::new);
    }

    private static StageId stage(JsonNode data) {
        return Call.parsed("data.stageId", JsonBodies.optionalText(data, "stageId"), StageId::new);
    }

    private static ApplicationId application(JsonNode data) {
        return Call.parsed("data.applicationId", JsonBodies.optionalText(data, "applicationId"), ApplicationId::new);
    }

    /** The first, where it does not say. */
    private static int round(JsonNode data) {
        return Call.parsed(
                "data.round", JsonBodies.optionalText(data, "round").or(() -> Optional.of("0")), Events::round);
    }

    private static int round(String text) {
        if (!text.matches("[0-9]{1,2}")) {
            throw new IllegalArgumentException("not a number of a round");
        }
        return Integer.parseInt(text);
    }

    private static Instant occurredAt(JsonNode envelope) {
        return Call.parsed("occurredAt", JsonBodies.optionalText(envelope, "occurredAt"), Events::instant);
    }

    /** Of any offset; as exact as we keep it. What lies outside of these centuries is a mistake. */
    private static Instant instant(String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            if (at.getYear() >= 2000 && at.getYear() < 2200) {
                return at.toInstant().truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        throw new IllegalArgumentException("not a date-time");
    }
}
