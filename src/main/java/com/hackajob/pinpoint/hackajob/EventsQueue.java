package com.hackajob.pinpoint.hackajob;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What we send to events.fifo ourselves, one group a company; its contract is {@code infra/contracts/events.schema.json}. */
@Singleton
final class EventsQueue {

    private final SqsClient client;
    private final ObjectMapper mapper;
    private final Optional<String> queue;

    EventsQueue(SqsClient client, ObjectMapper mapper, @ConfigProperty(name = "events.queue") Optional<String> queue) {
        this.client = client;
        this.mapper = mapper;
        this.queue = queue;
    }

    /**
     * @param id messages with the same one count once
     * @throws Outage when the queue did not take it
     */
    void send(String id, String type, CompanyId company, Instant at, Map<String, String> data) {
        ObjectNode body = mapper.createObjectNode()
                .put("id", id)
                .put("type", type)
                .put("occurredAt", at.toString())
                .put("companyId", company.value());
        data.forEach(body.putObject("data")::put);
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
