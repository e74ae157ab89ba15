package com.hackajob.pinpoint.local.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through a function. Its deadline is in the machine's time, which is the only one a process knows. */
record Invocation(String requestId, byte[] event, Instant deadline, CompletableFuture<InvocationResult> result) {

    static Invocation of(byte[] event, Duration timeout) {
        return new Invocation(
                UUID.randomUUID().toString(), event, Instant.now().plus(timeout), new CompletableFuture<>());
    }

    void returned(byte[] payload) {
        result.complete(new InvocationResult.Returned(payload));
    }

    void failed(String type, String message) {
        result.complete(new InvocationResult.Failed(type, message));
    }
}
