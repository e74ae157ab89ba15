package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Messages of a queue as Lambda tells them to a function. */
record SqsEvent(List<Message> messages, String queueArn) {

    JsonNode json() {
        var event = Json.object();
        var records = event.putArray("Records");
        messages.forEach(message -> records.add(record(message)));
        return event;
    }

    private JsonNode record(Message message) {
        var record = Json.object()
                .put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body())
                .put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", AwsAccount.LOCAL.region());
        record.set("attributes", Json.of(message.attributesAsStrings()));
        record.set("messageAttributes", attributes(message.messageAttributes()));
        return record;
    }

    private static JsonNode attributes(Map<String, MessageAttributeValue> attributes) {
        var json = Json.object();
        attributes.forEach((name, value) -> {
            var attribute = json.putObject(name).put("dataType", value.dataType());
            if (value.binaryValue() != null) {
                var bytes = value.binaryValue().asByteArray();
                attribute.put("binaryValue", Base64.getEncoder().encodeToString(bytes));
            } else {
                attribute.put("stringValue", value.stringValue());
            }
            attribute.putArray("stringListValues");
            attribute.putArray("binaryListValues");
        });
        return json;
    }
}
