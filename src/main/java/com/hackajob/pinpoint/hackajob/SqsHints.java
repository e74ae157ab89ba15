package com.hackajob.pinpoint.hackajob;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.stagesync.Hints;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@link Hints} behind events.fifo. Each has an id of its own: two moves in one second look the same, and both count. */
@Singleton
final class SqsHints implements Hints {

    private final SqsClient client;
    private final ObjectMapper mapper;
    private final RandomGenerator random;
    private final Optional<String> queue;

    SqsHints(
            SqsClient client,
            ObjectMapper mapper,
            RandomGenerator random,
            @ConfigProperty(name = "events.queue") Optional<String> queue) {
        this.client = client;
        this.mapper = mapper;
        this.random = random;
        this.queue = queue;
    }

    @Override
    public void look(CompanyId company, ApplicationId application, Instant at) {
        String id = "hint~" + SecretToken.random(random).value();
        ObjectNode body = mapper.createObjectNode()
                .put("id", id)
                .put("type", "pinpoint.hint")
                .put("occurredAt", at.toString())
                .put("companyId", company.value());
        body.putObject("data").put("applicationId", application.value());
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
