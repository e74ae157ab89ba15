package com.hackajob.pinpoint.local.aws;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/** Which messages of a batch a function has dealt with. */
record BatchReply(InvocationResult result, boolean reportsFailures) {

    /** An answer that names no failures means success; one that names something unknown fails the whole batch, as on AWS. */
    List<Message> done(List<Message> batch) {
        return switch (result) {
            case InvocationResult.Failed _ -> List.of();
            case InvocationResult.Returned _ when !reportsFailures -> batch;
            case InvocationResult.Returned returned -> without(failures(returned.payload()), batch);
        };
    }

    private static List<Message> without(List<String> failures, List<Message> batch) {
        var known = batch.stream().map(Message::messageId).collect(Collectors.toSet());
        if (!known.containsAll(failures)) {
            return List.of();
        }
        var failed = Set.copyOf(failures);
        return batch.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .toList();
    }

    private static List<String> failures(byte[] payload) {
        try {
            var failures = Json.read(payload).path("batchItemFailures");
            return Json.list(failures, failure -> failure.path("itemIdentifier").asText());
        } catch (UncheckedIOException _) {
            return List.of("the answer is no JSON");
        }
    }
}
