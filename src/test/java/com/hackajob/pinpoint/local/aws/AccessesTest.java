package com.hackajob.pinpoint.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessesTest {

    private static final String TABLE = "arn:aws:dynamodb:eu-west-1:000000000000:table/t";

    private final Accesses accesses = new Accesses(name -> "arn-of-" + name);

    @ParameterizedTest
    @ValueSource(strings = {"GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan"})
    void an_operation_on_a_table_needs_the_action_of_its_name(String operation) {
        assertThat(of("dynamodb", operation, "{'TableName':'t'}"))
                .containsExactly(new Access("f", "dynamodb:" + operation, TABLE));
    }

    @Test
    void a_query_of_an_index_needs_the_index_and_not_the_table() {
        assertThat(of("dynamodb", "Query", "{'TableName':'t','IndexName':'GSI1'}"))
                .containsExactly(new Access("f", "dynamodb:Query", TABLE + "/index/GSI1"));
    }

    @Test
    void a_transaction_needs_the_action_of_each_part_once() {
        assertThat(of(
                        "dynamodb",
                        "TransactWriteItems",
                        "{'TransactItems':[{'Put':{'TableName':'t'}},{'Update':{'TableName':'t'}},"
                                + "{'Put':{'TableName':'t'}},{'Delete':{'TableName':'t'}},"
                                + "{'ConditionCheck':{'TableName':'t'}}]}"))
                .containsExactly(
                        new Access("f", "dynamodb:PutItem", TABLE),
                        new Access("f", "dynamodb:UpdateItem", TABLE),
                        new Access("f", "dynamodb:DeleteItem", TABLE),
                        new Access("f", "dynamodb:ConditionCheckItem", TABLE));
        assertThat(of("dynamodb", "TransactGetItems", "{'TransactItems':[{'Get':{'TableName':'t'}}]}"))
                .containsExactly(new Access("f", "dynamodb:GetItem", TABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BatchGetItem", "BatchWriteItem"})
    void a_batch_is_an_action_of_its_own_on_each_table(String operation) {
        assertThat(of("dynamodb", operation, "{'RequestItems':{'t':{},'arn:aws:dynamodb:eu-west-1:1:table/u':{}}}"))
                .containsExactly(
                        new Access("f", "dynamodb:" + operation, TABLE),
                        new Access("f", "dynamodb:" + operation, "arn:aws:dynamodb:eu-west-1:1:table/u"));
    }

    @ParameterizedTest
    @CsvSource({
        "SendMessage,        sqs:SendMessage",
        "SendMessageBatch,   sqs:SendMessage",
        "DeleteMessageBatch, sqs:DeleteMessage"
    })
    void a_batch_of_messages_needs_what_one_message_needs(String operation, String action) {
        assertThat(of("sqs", operation, "{'QueueUrl':'http://127.0.0.1:1/000000000000/work.fifo'}"))
                .containsExactly(new Access("f", action, "arn:aws:sqs:eu-west-1:000000000000:work.fifo"));
    }

    @Test
    void a_secret_is_meant_by_its_arn_whether_it_is_there_or_to_be_created() {
        assertThat(of("secretsmanager", "PutSecretValue", "{'SecretId':'pinpoint/c'}"))
                .containsExactly(new Access("f", "secretsmanager:PutSecretValue", "arn-of-pinpoint/c"));
        assertThat(of("secretsmanager", "CreateSecret", "{'Name':'pinpoint/c'}"))
                .containsExactly(new Access("f", "secretsmanager:CreateSecret", "arn-of-pinpoint/c"));
    }

    @ParameterizedTest
    @CsvSource({"dynamodb, ListTables", "sqs, ListQueues", "secretsmanager, ListSecrets"})
    void what_names_no_resource_needs_all_of_them(String service, String operation) {
        assertThat(of(service, operation, "{}")).containsExactly(new Access("f", service + ":" + operation, "*"));
    }

    private List<Access> of(String service, String operation, String request) {
        return accesses.of(
                new RemoteCall("f", service, operation),
                Json.read(request.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
