package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.lambda.SqsEvent.Message;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Where messages go that nobody can read, with the reason: at once, so that the company's next message is not delayed. */
@Singleton
final class DeadLetters {

    private final SqsClient client;
    private final Optional<String> queue;

    DeadLetters(SqsClient client, @ConfigProperty(name = "dead.letter.queue") Optional<String> queue) {
        this.client = client;
        this.queue = queue;
    }

    void send(Message message, String reason) {
        var value = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(reason)
                .build();
        client.sendMessage(send -> send.queueUrl(queue.orElseThrow())
                .messageGroupId(message.group())
                .messageDeduplicationId(message.messageId())
                .messageAttributes(Map.of("reason", value))
                .messageBody(message.body()));
    }
}
