package com.hackajob.pinpoint.local.aws;

import static com.hackajob.pinpoint.local.aws.Fixtures.LOOPBACK;
import static com.hackajob.pinpoint.local.aws.Fixtures.aTemplateWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.aws.InvocationResult.Failed;
import com.hackajob.pinpoint.local.aws.InvocationResult.Returned;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class EventSourceMappingTest {

    private static final ElasticMq SQS = ElasticMq.start(LOOPBACK, 0);
    private static final String WORK = SQS.url("local-work.fifo");
    private static final String DEAD_LETTERS = SQS.url("local-DeadLetterQueue.fifo");

    private final List<JsonNode> events = new ArrayList<>();
    private Function<JsonNode, String> answer = event -> "{\"batchItemFailures\":[]}";
    private EventSourceMapping mapping;

    @BeforeEach
    void deploy() {
        SQS.client().listQueues().queueUrls().forEach(url -> SQS.client().deleteQueue(delete -> delete.queueUrl(url)));
        var template = aTemplateWith(Map.of("Visibility", "0"));
        SQS.create(template.queues());
        var source =
                (EventSource.Queue) template.functions().getLast().sources().getFirst();
        mapping = new EventSourceMapping(source, WORK, SQS.client(), this::invoke);
    }

    @AfterAll
    static void stop() {
        SQS.close();
    }

    @Test
    void tells_the_function_messages_as_lambda_does() {
        SQS.client().sendMessage(send -> send.queueUrl(WORK)
                .messageGroupId("company-1")
                .messageDeduplicationId("event-1")
                .messageBody("{}")
                .messageAttributes(Map.of(
                        "kind",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("test")
                                .build())));
        assertThat(mapping.poll(0)).isEqualTo(1);

        var message = events.getFirst().path("Records").path(0);
        assertThat(message.path("body").asText()).isEqualTo("{}");
        assertThat(message.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(message.path("eventSourceARN").asText())
                .isEqualTo("arn:aws:sqs:eu-west-1:000000000000:local-work.fifo");
        assertThat(message.path("awsRegion").asText()).isEqualTo("eu-west-1");
        assertThat(message.path("md5OfBody").asText()).isEqualTo("99914b932bd37a50b983c5e7c90ae93b");
        var attributes = message.path("attributes");
        assertThat(attributes.path("MessageGroupId").asText()).isEqualTo("company-1");
        assertThat(attributes.path("MessageDeduplicationId").asText()).isEqualTo("event-1");
        assertThat(attributes.path("ApproximateReceiveCount").asText()).isEqualTo("1");
        assertThat(attributes.path("SentTimestamp").asText()).matches("\\d{13}");
        assertThat(message.path("messageAttributes")
                        .path("kind")
                        .path("stringValue")
                        .asText())
                .isEqualTo("test");
    }

    @Test
    void takes_no_more_than_a_batch_and_deletes_what_was_done() {
        List.of("1", "2", "3", "4").forEach(this::send);
        assertThat(List.of(mapping.poll(0), mapping.poll(0), mapping.poll(0))).containsExactly(3, 1, 0);
        assertThat(bodies()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void brings_back_what_the_function_named_as_failed() {
        List.of("1", "2").forEach(this::send);
        answer = event -> "{\"batchItemFailures\":[{\"itemIdentifier\":\""
                + event.path("Records").path(1).path("messageId").asText() + "\"}]}";
        mapping.poll(0);
        answer = event -> "{}";
        mapping.poll(0);
        assertThat(bodies()).containsExactly("1", "2", "2");
        assertThat(events.getLast()
                        .path("Records")
                        .path(0)
                        .path("attributes")
                        .path("ApproximateReceiveCount")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void brings_back_the_whole_batch_when_the_function_names_a_message_that_was_not_in_it() {
        send("1");
        answer = event -> "{\"batchItemFailures\":[{\"itemIdentifier\":\"another\"}]}";
        mapping.poll(0);
        answer = event -> "";
        mapping.poll(0);
        assertThat(bodies()).containsExactly("1", "1");
    }

    @Test
    void leaves_what_fails_too_often_to_the_dead_letter_queue() {
        send("1");
        answer = event -> "fail";
        mapping.poll(0);
        mapping.poll(0);
        mapping.poll(0);
        assertThat(bodies()).containsExactly("1", "1");
        assertThat(SQS.client()
                        .receiveMessage(receive -> receive.queueUrl(DEAD_LETTERS))
                        .messages())
                .extracting(Message::body)
                .containsExactly("1");
    }

    @Test
    void goes_on_where_a_message_was_given_to_somebody_else_before_it_was_done() {
        send("1");
        answer = event -> {
            SQS.client().receiveMessage(receive -> receive.queueUrl(WORK).visibilityTimeout(60));
            return "";
        };

        assertThat(mapping.poll(0)).isEqualTo(1);
        assertThat(mapping.poll(0)).isZero();
    }

    private InvocationResult invoke(byte[] event) {
        events.add(Json.read(event));
        var text = answer.apply(events.getLast());
        return text.equals("fail") ? new Failed("Error", "") : new Returned(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> bodies() {
        return events.stream()
                .flatMap(event -> Json.list(
                        event.path("Records"), message -> message.path("body").asText())
                        .stream())
                .toList();
    }

    private void send(String body) {
        SQS.client().sendMessage(send -> send.queueUrl(WORK)
                .messageGroupId("company-1")
                .messageDeduplicationId(body)
                .messageBody(body));
    }
}
