package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;

/** A resource as it stands in the template, functions unevaluated. */
record Resource(String logicalId, JsonNode definition) {

    static final String QUEUE = "AWS::SQS::Queue";
    static final String TABLE = "AWS::DynamoDB::Table";
    static final String FUNCTION = "AWS::Serverless::Function";
    static final String HTTP_API = "AWS::Serverless::HttpApi";

    String type() {
        return definition.path("Type").asText();
    }

    JsonNode properties() {
        return definition.path("Properties");
    }
}
