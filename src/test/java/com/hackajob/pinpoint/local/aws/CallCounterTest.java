package com.hackajob.pinpoint.local.aws;

import static com.hackajob.pinpoint.local.aws.Fixtures.LOOPBACK;
import static com.hackajob.pinpoint.local.aws.Fixtures.aTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hackajob.pinpoint.local.StandingClock;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

class CallCounterTest {

    private final AwsServices services =
            AwsServices.start(LOOPBACK, new AwsServices.Ports(0, 0, 0), new StandingClock("2026-03-01T09:00:00Z"));
    private final CallCounter counter = new CallCounter(LOOPBACK);
    private final FunctionEnvironment addresses = services.behind(counter);

    @BeforeEach
    void deploy() {
        aTemplate().tables().forEach(services.dynamoDb()::create);
        services.sqs().create(aTemplate().queues());
    }

    @AfterEach
    void stop() {
        counter.close();
        services.close();
    }

    @Test
    void notes_which_function_called_which_operation() {
        try (var dynamoDb = client(DynamoDbClient.builder(), addresses.dynamoDb(), "mappings");
                var sqs = client(SqsClient.builder(), addresses.sqs(), "events");
                var secrets = client(SecretsManagerClient.builder(), addresses.secretsManager(), "events")) {
            var key = Map.of("PK", AttributeValue.fromS("a"), "SK", AttributeValue.fromS("b"));
            dynamoDb.putItem(put -> put.tableName("local-Table").item(key));
            assertThat(dynamoDb.getItem(get -> get.tableName("local-Table").key(key))
                            .item())
                    .isEqualTo(key);
            sqs.sendMessage(send -> send.queueUrl(ElasticMq.url(addresses.sqs(), "local-work.fifo"))
                    .messageGroupId("g")
                    .messageDeduplicationId("d")
                    .messageBody("b"));
            assertThatThrownBy(() -> secrets.getSecretValue(get -> get.secretId("none")))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
        assertThat(counter.calls())
                .containsExactly(
                        new RemoteCall("mappings", "dynamodb", "PutItem"),
                        new RemoteCall("mappings", "dynamodb", "GetItem"),
                        new RemoteCall("events", "sqs", "SendMessage"),
                        new RemoteCall("events", "secretsmanager", "GetSecretValue"));
    }

    @Test
    void forgets_when_told_to_and_does_not_count_the_local_clouds_own_calls() {
        services.dynamoDb().client().listTables();
        assertThat(counter.calls()).isEmpty();
        try (var dynamoDb = client(DynamoDbClient.builder(), addresses.dynamoDb(), "mappings")) {
            dynamoDb.listTables();
        }
        counter.forget();
        assertThat(counter.calls()).isEmpty();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, URI address, String function) {
        return builder.endpointOverride(address)
                .region(Region.EU_WEST_1)
                .credentialsProvider(AwsAccount.credentials(function))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
