package com.hackajob.pinpoint.local.aws;

import static com.hackajob.pinpoint.local.aws.Fixtures.LOOPBACK;
import static com.hackajob.pinpoint.local.aws.Fixtures.aTemplate;
import static com.hackajob.pinpoint.local.aws.Fixtures.aTemplateWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class StoresFromATemplateTest {

    @Test
    void dynamodb_local_gets_the_templates_table_with_its_index() {
        try (var dynamoDb = DynamoDbLocal.start(LOOPBACK, 0)) {
            aTemplate().tables().forEach(dynamoDb::create);
            dynamoDb.client().putItem(put -> put.tableName("local-Table")
                    .item(Map.of("PK", AttributeValue.fromS("a"), "SK", AttributeValue.fromS("b"))));
            var table = dynamoDb.client()
                    .describeTable(describe -> describe.tableName("local-Table"))
                    .table();
            assertThat(table.globalSecondaryIndexes())
                    .extracting(GlobalSecondaryIndexDescription::indexName)
                    .containsExactly("GSI1");
            assertThat(dynamoDb.client()
                            .scan(scan -> scan.tableName("local-Table"))
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void elasticmq_keeps_the_order_of_a_group_and_redrives_to_the_dead_letter_queue() {
        try (var elasticMq = ElasticMq.start(LOOPBACK, 0)) {
            elasticMq.create(aTemplateWith(Map.of("Visibility", "0")).queues());
            var work = elasticMq.url("local-work.fifo");
            var deadLetters = elasticMq.url("local-DeadLetterQueue.fifo");
            send(elasticMq.client(), work, "company-1", "first");
            send(elasticMq.client(), work, "company-1", "second");

            assertThat(receive(elasticMq.client(), work)).containsExactly("first");
            assertThat(receive(elasticMq.client(), work)).containsExactly("first");
            assertThat(receive(elasticMq.client(), work)).isEmpty(); // this one moved it
            assertThat(receive(elasticMq.client(), work)).containsExactly("second");
            assertThat(receive(elasticMq.client(), deadLetters)).containsExactly("first");
        }
    }

    @Test
    void elasticmq_gives_no_message_of_a_group_that_is_being_worked_on() {
        try (var elasticMq = ElasticMq.start(LOOPBACK, 0)) {
            elasticMq.create(aTemplate().queues());
            var work = elasticMq.url("local-work.fifo");
            send(elasticMq.client(), work, "company-1", "first");
            send(elasticMq.client(), work, "company-1", "second");
            send(elasticMq.client(), work, "company-2", "other");

            var received = new ArrayList<>(receive(elasticMq.client(), work));
            received.addAll(receive(elasticMq.client(), work));
            assertThat(received).containsExactlyInAnyOrder("first", "other");
            assertThat(receive(elasticMq.client(), work)).isEmpty();
        }
    }

    private static void send(SqsClient sqs, String queue, String group, String body) {
        sqs.sendMessage(send -> send.queueUrl(queue)
                .messageGroupId(group)
                .messageDeduplicationId(body)
                .messageBody(body));
    }

    private static List<String> receive(SqsClient sqs, String queue) {
        return sqs.receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(1)).messages().stream()
                .map(Message::body)
                .toList();
    }
}
