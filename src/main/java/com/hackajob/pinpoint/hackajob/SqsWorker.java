package com.hackajob.pinpoint.hackajob;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.Worker;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@link Worker} behind events.fifo. */
@Singleton
final class SqsWorker implements Worker {

    private final SqsClient client;
    private final ObjectMapper mapper;
    private final Optional<String> queue;

    SqsWorker(SqsClient client, ObjectMapper mapper, @ConfigProperty(name = "events.queue") Optional<String> queue) {
        this.client = client;
        this.mapper = mapper;
        this.queue = queue;
    }

    @Override
    public void wake(CompanyId company, Instant tick) {
        send("due~", "company.due", company, tick);
    }

    @Override
    public void poll(CompanyId company, Instant tick) {
        send("poll~", "connection.poll", company, tick);
    }

    private void send(String prefix, String type, CompanyId company, Instant tick) {
        String id = prefix + company.value() + "~" + tick.getEpochSecond();
        ObjectNode body = mapper.createObjectNode()
                .put("id", id)
                .put("type", type)
                .put("occurredAt", tick.toString())
                .put("companyId", company.value());
        body.putObject("data");
        try {
            client.sendMessage(send -> send.queueUrl(queue.orElseThrow())
                    .messageGroupId(company.value())
                    .messageDeduplicationId(Deduplication.id(id))
                    .messageBody(body.toString()));
        } catch (SdkException noAnswer) {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the events queue did not answer");
        }
    }
}
