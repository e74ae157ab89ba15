package com.hackajob.pinpoint.dynamodb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What becomes of the table's answers, and of none, over AWS's own client. */
class TableClientTest {

    private final HttpServer server = server();
    private final DynamoDbClient client = client();

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalServerError",
        "503, ServiceUnavailable",
        "400, ProvisionedThroughputExceededException",
        "400, ThrottlingException",
        "400, RequestLimitExceeded"
    })
    void what_may_work_later_is_an_outage(int status, String type) {
        answering(status, type);

        assertThatThrownBy(this::write)
                .isInstanceOf(Outage.class)
                .hasMessage("no answer from the table")
                .extracting(outage -> ((Outage) outage).code())
                .isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    @Test
    void no_answer_is_an_outage() {
        server.stop(0);

        assertThatThrownBy(this::write).isInstanceOf(Outage.class).hasMessage("no answer from the table");
    }

    @Test
    void a_condition_that_failed_stays_what_it_is() {
        answering(400, "ConditionalCheckFailedException");

        assertThatThrownBy(this::write).isInstanceOf(ConditionalCheckFailedException.class);
    }

    /** Our own mistake, which no waiting mends. */
    @ParameterizedTest
    @CsvSource({"ValidationException", "AccessDeniedException", "ResourceNotFoundException"})
    void a_mistake_stays_what_it_is(String type) {
        answering(400, type);

        assertThatThrownBy(this::write).isInstanceOf(DynamoDbException.class);
    }

    private void answering(int status, String type) {
        byte[] body = ("{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"no\"}")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Test
    void a_later_page_that_does_not_come_is_an_outage() {
        answering(503, "ServiceUnavailable");

        assertThatThrownBy(() -> new Table(client, "table")
                        .find("PK", "SK", "name", "value")
                        .toList())
                .isInstanceOf(Outage.class)
                .hasMessage("no answer from the table");
    }

    private void write() {
        new Table(client, "table").put(Item.key("PK", "SK"));
    }

    private DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.EU_WEST_2)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
