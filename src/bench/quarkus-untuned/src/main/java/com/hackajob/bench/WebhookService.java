package com.hackajob.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Pinpoint's webhooks, for later. */
@ApplicationScoped
public class WebhookService {

    @Inject
    SqsClient sqs;

    @ConfigProperty(name = "events.queue")
    Optional<String> queue;

    public void enqueue(String body) {
        sqs.sendMessage(message ->
                message.queueUrl(queue.orElseThrow()).messageGroupId("webhooks").messageBody(body));
    }
}
