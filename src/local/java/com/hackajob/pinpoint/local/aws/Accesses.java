package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a call needs of IAM, by AWS's Service Authorization Reference
 * (docs.aws.amazon.com/service-authorization, a page for each service). Mostly the action has the operation's name, but a transaction needs the action of each of its parts,
 * and SQS asks for a batch what it asks for one message. What names no resource needs the action on {@code *}.
 */
final class Accesses {

    private static final String ANY = "*";

    private final UnaryOperator<String> secretArns;

    /** @param secretArns the ARN of a secret, by its name or ARN */
    Accesses(UnaryOperator<String> secretArns) {
        this.secretArns = secretArns;
    }

    List<Access> of(RemoteCall call, JsonNode request) {
        return switch (call.service()) {
            case "dynamodb" -> ofTables(call, request).distinct().toList();
            case "sqs" -> List.of(ofQueue(call, request));
            case "secretsmanager" -> List.of(ofSecret(call, request));
            default -> throw new IllegalArgumentException("The local cloud knows no service " + call.service());
        };
    }

    private static Stream<Access> ofTables(RemoteCall call, JsonNode request) {
        return switch (call.operation()) {
            case "TransactWriteItems", "TransactGetItems" ->
                StreamSupport.stream(request.path("TransactItems").spliterator(), false)
                        .flatMap(item -> item.properties().stream())
                        .map(part -> ofPart(call, part));
            case "BatchGetItem", "BatchWriteItem" ->
                Json.fieldNames(request.path("RequestItems")).stream()
                        .map(table -> access(call, call.operation(), table(table)));
            default -> Stream.of(access(call, call.operation(), tableOrIndex(request)));
        };
    }

    /** Such as {@code Put} or {@code ConditionCheck}, whose actions end with {@code Item}. */
    private static Access ofPart(RemoteCall call, Map.Entry<String, JsonNode> part) {
        return access(call, part.getKey() + "Item", tableOrIndex(part.getValue()));
    }

    private static String tableOrIndex(JsonNode request) {
        if (!request.has("TableName")) {
            return ANY;
        }
        var table = table(request.path("TableName").asText());
        return request.has("IndexName")
                ? table + "/index/" + request.path("IndexName").asText()
                : table;
    }

    private static String table(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn : AwsAccount.LOCAL.arn("dynamodb", "table/" + nameOrArn);
    }

    private static Access ofQueue(RemoteCall call, JsonNode request) {
        var queue = request.path("QueueUrl").asText().replaceFirst(".*/", "");
        return access(
                call,
                call.operation().replaceFirst("Batch$", ""),
                queue.isEmpty() ? ANY : AwsAccount.LOCAL.arn("sqs", queue));
    }

    private Access ofSecret(RemoteCall call, JsonNode request) {
        var secret = request.path("SecretId").asText(request.path("Name").asText());
        return access(call, call.operation(), secret.isEmpty() ? ANY : secretArns.apply(secret));
    }

    private static Access access(RemoteCall call, String action, String resource) {
        return new Access(call.function(), call.service() + ":" + action, resource);
    }
}
