package com.hackajob.pinpoint.hackajob;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Duplicates;
import com.hackajob.pinpoint.updates.Update.Erasure;
import com.hackajob.pinpoint.updates.Update.Erasure.Check;
import com.hackajob.pinpoint.updates.Update.Lost;
import com.hackajob.pinpoint.updates.Update.Proposal;
import com.hackajob.pinpoint.updates.Update.StageMove;
import com.hackajob.pinpoint.updates.UpdateChannel;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@link UpdateChannel} over updates.fifo, one group a company; its contract is {@code infra/contracts/updates.schema.json}. */
@Singleton
final class SqsUpdateChannel implements UpdateChannel {

    private static final String LEFT =
            "Pinpoint's API can't delete a person. What is left there an Administrator deletes:"
                    + " open each application that is named, and delete its candidate."
                    + " Where a check failed, look for the candidate in Pinpoint.";

    private final SqsClient client;
    private final ObjectMapper mapper;
    private final Optional<String> queue;

    SqsUpdateChannel(
            SqsClient client, ObjectMapper mapper, @ConfigProperty(name = "updates.queue") Optional<String> queue) {
        this.client = client;
        this.mapper = mapper;
        this.queue = queue;
    }

    @Override
    public void send(Update update) {
        try {
            client.sendMessage(send -> send.queueUrl(queue.orElseThrow())
                    .messageGroupId(update.subject().company().value())
                    .messageDeduplicationId(Deduplication.id(update.id()))
                    .messageBody(body(update).toString()));
        } catch (SdkException noAnswer) {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the updates queue did not answer");
        }
    }

    private ObjectNode body(Update update) {
        ObjectNode body = mapper.createObjectNode()
                .put("id", update.id())
                .put("type", type(update.kind()))
                .put("occurredAt", update.occurredAt().toString())
                .put("companyId", update.subject().company().value());
        ObjectNode data = body.putObject("data");
        update.subject().job().ifPresent(job -> data.put("jobId", job.value()));
        update.subject().candidate().ifPresent(candidate -> data.put("candidateId", candidate.value()));
        update.code().ifPresent(code -> data.put("code", code.code()).put("remedy", code.remedy()));
        update.detail().ifPresent(detail -> {
            switch (detail) {
                case Proposal proposal -> write(proposal, data.putObject("repair"));
                case Erasure erasure -> write(erasure, data);
                case StageMove(var stage, var overruled) -> {
                    data.put("stageId", stage);
                    overruled.ifPresent(other -> data.put("overruledStageId", other));
                }
                case Lost(var reason, var words) -> data.put("reason", reason).put("detail", words);
                case Duplicates(var applications) -> {
                    ArrayNode found = data.putArray("applications");
                    applications.forEach(application -> found.add(application.toString()));
                }
            }
        });
        return body;
    }

    private static void write(Erasure erasure, ObjectNode data) {
        ArrayNode erased = data.putArray("erased");
        erasure.jobs().forEach(job -> {
            ObjectNode one = erased.addObject().put("jobId", job.job().value());
            job.application().ifPresent(application -> one.put("leftInPinpoint", application.toString()));
            if (job.check() != Check.DONE) {
                one.put("check", job.check().name().toLowerCase(Locale.ROOT));
            }
        });
        data.put("remedy", LEFT);
    }

    private static void write(Proposal proposal, ObjectNode repair) {
        repair.put("etag", '"' + proposal.version() + '"');
        ArrayNode stages = repair.putArray("stages");
        proposal.moves().forEach(move -> stages.addObject()
                .put("stageId", move.stage())
                .put("pinpointStageId", move.pinpointStage().orElse(null)));
    }

    private static String type(Update.Kind kind) {
        return switch (kind) {
            case EXPORT_VERIFIED -> "export.verified";
            case EXPORT_HELD -> "export.held";
            case EXPORT_FAILED -> "export.failed";
            case CONNECTION_ATTENTION -> "connection.attention";
            case CONNECTION_RESTORED -> "connection.restored";
            case MAPPING_DRIFTED -> "mapping.drifted";
            case JOB_NEEDS_MAPPING -> "job.needs_mapping";
            case CANDIDATE_ERASED -> "candidate.erased";
            case CANDIDATE_STAGE_CHANGED -> "candidate.stage_changed";
            case EXPORT_UNTRACKED -> "export.untracked";
            case EXPORT_DUPLICATE_FOUND -> "export.duplicate_found";
        };
    }
}
