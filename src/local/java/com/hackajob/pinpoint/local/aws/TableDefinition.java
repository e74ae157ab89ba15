package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/** A table of the template: its keys, indexes and what they project. */
public record TableDefinition(String logicalId, String name, JsonNode properties) {

    CreateTableRequest request() {
        var request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes())
                .keySchema(keys(properties));
        if (properties.has("GlobalSecondaryIndexes")) {
            request.globalSecondaryIndexes(
                    Json.list(properties.path("GlobalSecondaryIndexes"), TableDefinition::index));
        }
        return request.build();
    }

    private List<AttributeDefinition> attributes() {
        return Json.list(properties.path("AttributeDefinitions"), attribute -> AttributeDefinition.builder()
                .attributeName(attribute.path("AttributeName").asText())
                .attributeType(attribute.path("AttributeType").asText())
                .build());
    }

    private static List<KeySchemaElement> keys(JsonNode tableOrIndex) {
        return Json.list(tableOrIndex.path("KeySchema"), key -> KeySchemaElement.builder()
                .attributeName(key.path("AttributeName").asText())
                .keyType(key.path("KeyType").asText())
                .build());
    }

    private static GlobalSecondaryIndex index(JsonNode index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.path("IndexName").asText())
                .keySchema(keys(index))
                .projection(projection(index.path("Projection")))
                .build();
    }

    private static Projection projection(JsonNode projection) {
        var builder = Projection.builder()
                .projectionType(projection.path("ProjectionType").asText());
        if (projection.has("NonKeyAttributes")) {
            builder.nonKeyAttributes(Json.list(projection.path("NonKeyAttributes"), JsonNode::asText));
        }
        return builder.build();
    }
}
