package com.hackajob.pinpoint.hackajob;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.Update;
import com.hackajob.pinpoint.export.UpdateChannel;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@link UpdateChannel} over updates.fifo, one group a company; its contract is {@code infra/contracts/updates.schema.json}. */
@Singleton
final class SqsUpdateChannel implements UpdateChannel {

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
                    .messageGroupId(update.key().company().value())
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
                .put("companyId", update.key().company().value());
        ObjectNode data = body.putObject("data")
                .put("jobId", update.key().job().value())
                .put("candidateId", update.key().candidate().value());
        update.code().ifPresent(code -> data.put("code", code.code()).put("remedy", code.remedy()));
        return body;
    }

    private static String type(Update.Kind kind) {
        return switch (kind) {
            case VERIFIED -> "export.verified";
            case HELD -> "export.held";
            case FAILED -> "export.failed";
        };
    }
}
