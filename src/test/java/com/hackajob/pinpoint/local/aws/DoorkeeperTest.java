package com.hackajob.pinpoint.local.aws;

import static com.hackajob.pinpoint.local.aws.Fixtures.LOOPBACK;
import static com.hackajob.pinpoint.local.aws.Fixtures.aTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hackajob.pinpoint.local.StandingClock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

class DoorkeeperTest {

    private static final Map<String, AttributeValue> KEY =
            Map.of("PK", AttributeValue.fromS("a"), "SK", AttributeValue.fromS("b"));

    private final AwsServices services =
            AwsServices.start(LOOPBACK, new AwsServices.Ports(0, 0, 0), new StandingClock("2026-03-01T09:00:00Z"));
    private final List<Ruling> rulings = new CopyOnWriteArrayList<>();
    private final Doorkeeper doorkeeper = new Doorkeeper(LOOPBACK);
    private final FunctionEnvironment addresses = services.behind(doorkeeper);

    @BeforeEach
    void deploy() {
        aTemplate().tables().forEach(services.dynamoDb()::create);
        services.sqs().create(aTemplate().queues());
        doorkeeper.obey(Authorization.of(aTemplate().functions(), services.secretsManager(), rulings::add));
    }

    @AfterEach
    void stop() {
        doorkeeper.close();
        services.close();
    }

    @Test
    void lets_through_what_the_template_grants_and_notes_which_function_called_which_operation() {
        try (var dynamoDb = client(DynamoDbClient.builder(), addresses.dynamoDb(), "work");
                var sqs = client(SqsClient.builder(), addresses.sqs(), "work");
                var secrets = client(SecretsManagerClient.builder(), addresses.secretsManager(), "work")) {
            dynamoDb.putItem(put -> put.tableName("local-Table").item(KEY));
            assertThat(dynamoDb.getItem(get -> get.tableName("local-Table").key(KEY))
                            .item())
                    .isEqualTo(KEY);
            send(sqs);
            assertThatThrownBy(() -> secrets.getSecretValue(get -> get.secretId("work/none")))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
        assertThat(doorkeeper.calls())
                .containsExactly(
                        new RemoteCall("work", "dynamodb", "PutItem"),
                        new RemoteCall("work", "dynamodb", "GetItem"),
                        new RemoteCall("work", "sqs", "SendMessage"),
                        new RemoteCall("work", "secretsmanager", "GetSecretValue"));
        assertThat(rulings).hasSize(4).allMatch(Ruling.Granted.class::isInstance);
    }

    @Test
    void tells_what_allowed_a_call() {
        services.secretsManager().client().createSecret(create -> create.name("work/one")
                .secretString("1"));
        try (var secrets = client(SecretsManagerClient.builder(), addresses.secretsManager(), "work")) {
            secrets.getSecretValue(get -> get.secretId("work/one"));
        }
        var arn = services.secretsManager().arn("work/one");
        assertThat(rulings)
                .containsExactly(new Ruling.Granted(
                        new Access("work", "secretsmanager:GetSecretValue", arn),
                        new Grant(
                                "secretsmanager:GetSecretValue",
                                "arn:aws:secretsmanager:eu-west-1:000000000000:secret:work/*")));
    }

    @Test
    void denies_what_the_template_does_not_grant_as_each_service_does() {
        try (var dynamoDb = client(DynamoDbClient.builder(), addresses.dynamoDb(), "echo");
                var sqs = client(SqsClient.builder(), addresses.sqs(), "echo");
                var secrets = client(SecretsManagerClient.builder(), addresses.secretsManager(), "echo")) {
            assertDenied(
                    () -> dynamoDb.putItem(put -> put.tableName("local-Table").item(KEY)));
            assertDenied(() -> send(sqs));
            assertDenied(() -> secrets.getSecretValue(get -> get.secretId("work/one")));
        }
        assertThat(services.dynamoDb()
                        .client()
                        .scan(scan -> scan.tableName("local-Table"))
                        .items())
                .isEmpty();
        assertThat(rulings)
                .containsExactly(
                        new Ruling.Denied(new Access(
                                "echo",
                                "dynamodb:PutItem",
                                "arn:aws:dynamodb:eu-west-1:000000000000:table/local-Table")),
                        new Ruling.Denied(new Access(
                                "echo", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:000000000000:local-work.fifo")),
                        new Ruling.Denied(new Access(
                                "echo",
                                "secretsmanager:GetSecretValue",
                                "arn:aws:secretsmanager:eu-west-1:000000000000:secret:work/one")));
    }

    @Test
    void denies_a_transaction_of_which_one_part_is_not_granted() {
        try (var dynamoDb = client(DynamoDbClient.builder(), addresses.dynamoDb(), "work")) {
            var put = TransactWriteItem.builder()
                    .put(part -> part.tableName("local-Table").item(KEY))
                    .build();
            var delete = TransactWriteItem.builder()
                    .delete(part -> part.tableName("local-Table").key(KEY))
                    .build();
            assertDenied(() -> dynamoDb.transactWriteItems(write -> write.transactItems(put, delete)));
        }
    }

    @Test
    void denies_everything_to_a_function_that_the_template_does_not_know() {
        try (var dynamoDb = client(DynamoDbClient.builder(), addresses.dynamoDb(), "stranger")) {
            assertDenied(
                    () -> dynamoDb.getItem(get -> get.tableName("local-Table").key(KEY)));
        }
    }

    @Test
    void forgets_when_told_to_and_does_not_note_the_local_clouds_own_calls() {
        services.dynamoDb().client().listTables();
        assertThat(doorkeeper.calls()).isEmpty();
        try (var dynamoDb = client(DynamoDbClient.builder(), addresses.dynamoDb(), "work")) {
            dynamoDb.getItem(get -> get.tableName("local-Table").key(KEY));
        }
        doorkeeper.forget();
        assertThat(doorkeeper.calls()).isEmpty();
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, refusal -> {
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            assertThat(refusal.statusCode()).isEqualTo(400);
            assertThat(refusal.getMessage()).contains("is not authorized to perform: ");
        });
    }

    private void send(SqsClient sqs) {
        sqs.sendMessage(send -> send.queueUrl(ElasticMq.url(addresses.sqs(), "local-work.fifo"))
                .messageGroupId("g")
                .messageDeduplicationId("d")
                .messageBody("b"));
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
