package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Person;
import com.hackajob.pinpoint.export.PinpointApplications.Attachment;
import com.hackajob.pinpoint.export.PinpointApplications.Creation;
import com.hackajob.pinpoint.export.PinpointApplications.Match;
import com.hackajob.pinpoint.export.PinpointApplications.Stored;
import com.hackajob.pinpoint.export.Receipt;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.export.Source;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.stagesync.PinpointStages.Move;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What Pinpoint's answers about applications say. */
final class ApplicationAnswers {

    private static final List<String> JUDGED = List.of("external_system_reference", "channel", "channel_source");

    private ApplicationAnswers() {}

    static List<Match> matches(JsonNode body) {
        return Resource.many(body).stream().map(ApplicationAnswers::match).toList();
    }

    private static Match match(Resource application) {
        return new Match(
                new ApplicationId(application.id()),
                job(application),
                reference(application),
                application.text("email").filter(email -> !email.isBlank()));
    }

    static Stored stored(JsonNode body, Account account) {
        Resource application = Resource.one(body);
        return new Stored(
                new ApplicationId(application.id()),
                address(account, application.id()),
                job(application),
                stage(application, body),
                source(application),
                reference(application),
                attachments(application));
    }

    static URI address(Account account, String application) {
        return URI.create(account.address() + "/api/v1/applications/" + application);
    }

    private static PinpointJobId job(Resource application) {
        return new PinpointJobId(number(application, "job_id"));
    }

    private static Receipt.Stage stage(Resource application, JsonNode body) {
        String id = number(application, "stage_id");
        String name = Resource.included(body, "stages").stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .flatMap(stage -> stage.text("name"))
                .orElse("");
        return new Receipt.Stage(new PinpointStageId(id), name);
    }

    private static String number(Resource application, String attribute) {
        return application
                .text(attribute)
                .filter(id -> id.matches("[0-9]{1,19}"))
                .orElseThrow(() -> new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's answer can't be read"));
    }

    private static Optional<Reference> reference(Resource application) {
        return application.text("external_system_reference").map(Reference::new);
    }

    private static List<Attachment> attachments(Resource application) {
        return StreamSupport.stream(application.attribute("attachments").spliterator(), false)
                .map(ApplicationAnswers::attachment)
                .toList();
    }

    // Pinpoint's schema calls the key "name"; every client known to have run against it reads "filename".
    private static Attachment attachment(JsonNode node) {
        String name = node.hasNonNull("filename")
                ? node.get("filename").asText()
                : node.path("name").asText();
        return new Attachment(name, address(node.path("url").asText()));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(URI::isAbsolute);
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }

    static List<Seen> allSeen(JsonNode body) {
        return Resource.many(body).stream()
                .flatMap(ApplicationAnswers::readable)
                .toList();
    }

    /** One that can't be read, and may be anybody's, must not hide the others. */
    private static Stream<Seen> readable(Resource application) {
        try {
            return Stream.of(seen(application));
        } catch (Outage unreadable) {
            return Stream.empty();
        }
    }

    static Seen seen(JsonNode body) {
        return seen(Resource.one(body));
    }

    // What is left out says nothing: only a reference or source that is shown to be another one is another one.
    private static Seen seen(Resource application) {
        if (!JUDGED.stream().allMatch(application::has)) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's answer can't be read");
        }
        return new Seen(
                new ApplicationId(application.id()),
                job(application),
                new PinpointStageId(number(application, "stage_id")),
                reference(application),
                source(application),
                changedAt(application));
    }

    private static Source source(Resource application) {
        return new Source(
                application.text("channel").orElse(""),
                application.text("channel_source").orElse(""));
    }

    private static Instant changedAt(Resource application) {
        try {
            return OffsetDateTime.parse(application.text("updated_at").orElse(""))
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's answer can't be read");
        }
    }

    static Move move(Reply reply) {
        if (reply.isSuccess()) {
            return new Move.Moved();
        }
        return switch (reply.status()) {
            case 401, 403 -> new Move.Denied(reply.denial());
            case 400, 404, 413, 422 -> new Move.Refused();
            default -> throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint answered " + reply.status());
        };
    }

    /** @param person whom Pinpoint's words about a refusal may be about */
    static Creation creation(Reply reply, Person person) {
        if (reply.isSuccess()) {
            return new Creation.Created(
                    new ApplicationId(Resource.one(reply.body()).id()));
        }
        return switch (reply.status()) {
            case 401, 403 -> new Creation.Denied(reply.denial());
            case 404 -> new Creation.Refused(ErrorCode.JOB_NOT_FOUND, "");
            case 400, 413, 422 -> Refusal.of(reply.body(), person);
            default -> throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint answered " + reply.status());
        };
    }
}
