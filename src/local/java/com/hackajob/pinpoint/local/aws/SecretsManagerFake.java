package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * A fake of AWS Secrets Manager over HTTP (AWS JSON 1.1), in memory: versions, staging labels, idempotence and
 * deletion as documented. It checks no signature and encrypts nothing.
 */
public final class SecretsManagerFake implements AutoCloseable {

    private static final String PREFIX = "secretsmanager.";

    private final HttpEndpoint endpoint;
    private final SecretsOperations operations;
    private final SecretsManagerClient client;

    private SecretsManagerFake(HttpEndpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.operations = new SecretsOperations(clock);
        this.client = AwsAccount.LOCAL.client(SecretsManagerClient.builder(), endpoint.baseUrl());
    }

    public static SecretsManagerFake start(InetAddress bind, int port, Clock clock) {
        var fake = new SecretsManagerFake(HttpEndpoint.bind(bind, port), clock);
        fake.endpoint.serve(fake::handle);
        return fake;
    }

    public URI baseUrl() {
        return endpoint.baseUrl();
    }

    public SecretsManagerClient client() {
        return client;
    }

    /**
     * The ARN of a secret, by its name or ARN. Of one that is not there it has no random characters: what IAM looks
     * at then is not documented.
     */
    String arn(String nameOrArn) {
        return operations.arn(nameOrArn);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            try {
                var request = Json.read(exchange.getRequestBody().readAllBytes());
                reply(exchange, 200, operations.answer(target.replace(PREFIX, ""), request));
            } catch (SecretsRefusal refusal) {
                reply(exchange, 400, error(refusal));
            }
        }
    }

    private static JsonNode error(SecretsRefusal refusal) {
        return Json.object().put("__type", refusal.type()).put("Message", refusal.getMessage());
    }

    private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = Json.write(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
    }
}
