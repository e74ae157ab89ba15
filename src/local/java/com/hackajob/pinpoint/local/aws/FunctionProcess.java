package com.hackajob.pinpoint.local.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process of a function: started, it takes one event after the other until it crashes, overruns its time or is closed. Its
 * death closes its Runtime API, and the end of that ends the process, so none is left behind.
 */
final class FunctionProcess implements AutoCloseable {

    /** Far above Lambda's 10 seconds: a busy laptop must not fail what AWS would start. */
    private static final Duration INIT_LIMIT = Duration.ofSeconds(60);

    private final FunctionDefinition function;
    private final RuntimeApi api;
    private final Process process;
    private final long start;
    private volatile Duration init = Duration.ZERO;
    private volatile boolean isBusy;

    private FunctionProcess(FunctionDefinition function, RuntimeApi api, Process process, long start) {
        this.function = function;
        this.api = api;
        this.process = process;
        this.start = start;
    }

    static FunctionProcess start(FunctionDefinition function, Launch launch) {
        var start = System.nanoTime();
        var api = new RuntimeApi(function.arn());
        try {
            var process = start(launch, api.address());
            process.onExit().thenAccept(exited -> api.exited(exited.exitValue()));
            return new FunctionProcess(function, api, process, start);
        } catch (IOException failed) {
            api.close();
            throw new UncheckedIOException("Function " + function.name() + " did not start", failed);
        }
    }

    private static Process start(Launch launch, String runtimeApi) throws IOException {
        Files.createDirectories(launch.log().getParent());
        var builder = new ProcessBuilder(launch.command())
                .directory(launch.workingDirectory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        return builder.start();
    }

    /** One event at a time; the caller sees to it. */
    InvocationResult invoke(byte[] event) throws InterruptedException {
        var failure = initialise();
        isBusy = failure.isEmpty();
        try {
            return failure.isPresent() ? failure.get() : run(Invocation.of(event, function.timeout()));
        } finally {
            isBusy = false;
        }
    }

    private Optional<InvocationResult.Failed> initialise() throws InterruptedException {
        try {
            var failure = api.initialised().get(INIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            failure.ifPresent(_ -> kill());
            noteInit();
            return failure;
        } catch (TimeoutException _) {
            kill();
            return Optional.of(new InvocationResult.Failed(
                    "Sandbox.Timedout", "Init phase of " + function.name() + " took more than " + INIT_LIMIT));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void noteInit() {
        if (init.isZero()) {
            init = Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private InvocationResult run(Invocation invocation) throws InterruptedException {
        api.deliver(invocation);
        if (!process.isAlive()) {
            api.exited(process.exitValue());
        }
        try {
            return invocation.result().get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            kill();
            return timedOut(invocation);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private InvocationResult timedOut(Invocation invocation) {
        var seconds = "%.2f".formatted(function.timeout().toMillis() / 1000.0);
        return new InvocationResult.Failed(
                "Sandbox.Timedout",
                "RequestId: " + invocation.requestId() + " Error: Task timed out after " + seconds + " seconds");
    }

    /** Whether it is in the middle of an event; not, while it starts. */
    boolean isBusy() {
        return isBusy && process.isAlive();
    }

    /** From its start until it asked for its first event; zero until then. */
    Duration init() {
        return init;
    }

    long id() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessUse use() {
        return ProcessUse.of(process.toHandle());
    }

    private void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
        api.close();
    }
}
