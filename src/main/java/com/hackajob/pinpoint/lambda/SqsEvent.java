package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/** What Lambda's event source mapping sends, as far as we read it. */
@RegisterForReflection
record SqsEvent(@JsonProperty("Records") List<Message> records) {

    @RegisterForReflection
    record Message(String messageId, String body, Map<String, String> attributes) {

        String group() {
            return attributes.getOrDefault("MessageGroupId", "none");
        }
    }

    /** Which messages are to be delivered again; all others are acknowledged. */
    @RegisterForReflection
    record Result(List<Failure> batchItemFailures) {}

    @RegisterForReflection
    record Failure(String itemIdentifier) {}
}
