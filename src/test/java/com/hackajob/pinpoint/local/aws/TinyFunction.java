package com.hackajob.pinpoint.local.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A function that does what its event says. It runs in a process of its own, with the runtime client and nothing else. */
public final class TinyFunction implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        output.write(answer(event, context).getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(String event, Context context) {
        return switch (event.replace("\"", "")) {
            case "pid" -> Long.toString(ProcessHandle.current().pid());
            case "context" ->
                String.join(
                        " ",
                        context.getFunctionName(),
                        context.getInvokedFunctionArn(),
                        Boolean.toString(context.getRemainingTimeInMillis() > 0),
                        Integer.toString(context.getMemoryLimitInMB()));
            case "environment" ->
                String.join(" ", System.getenv().keySet().stream().sorted().toList());
            case "sleep" -> sleep();
            case "crash" -> crash();
            case "throw" -> throw new IllegalStateException("as told");
            case "large" -> "x".repeat(7_000_000);
            default -> event;
        };
    }

    private static String sleep() {
        while (true) {
            LockSupport.park();
        }
    }

    private static String crash() {
        Runtime.getRuntime().halt(7);
        return "";
    }
}
