package com.hackajob.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@code GET /v1/jobs/{jobId}/mapping} as one writes it by hand: clients are made once, when the process starts, and
 * nothing stands between Lambda's stream and the row. It knows no drift, no warnings and no other route.
 */
public final class MappingRead implements RequestStreamHandler {

    private final ObjectMapper mapper = new ObjectMapper();
    private final String table = System.getenv("TABLE");
    private final DynamoDbClient dynamoDb = DynamoDbClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = mapper.readTree(input);
        String company =
                event.at("/requestContext/authorizer/jwt/claims/company_id").asText();
        String job = event.at("/pathParameters/jobId").asText();
        mapper.writeValue(output, answer(company, job));
    }

    private ObjectNode answer(String company, String job) throws JsonProcessingException {
        Map<String, AttributeValue> row = row(company, job);
        if (row.isEmpty()) {
            return answer(404, "{\"message\":\"Not Found\"}");
        }
        ObjectNode answer = answer(200, mapper.writeValueAsString(Mapping.json(row)));
        answer.withObject("/headers").put("ETag", '"' + row.get("version").s() + '"');
        return answer;
    }

    private Map<String, AttributeValue> row(String company, String job) {
        return dynamoDb.getItem(get -> get.tableName(table)
                        .key(Map.of(
                                "PK", AttributeValue.fromS("COMPANY#" + company),
                                "SK", AttributeValue.fromS("MAPPING#" + job)))
                        .consistentRead(true))
                .item();
    }

    private ObjectNode answer(int status, String body) {
        ObjectNode answer = mapper.createObjectNode().put("statusCode", status);
        answer.putObject("headers").put("Content-Type", "application/json").put("Cache-Control", "no-store");
        return answer.put("body", body);
    }
}
