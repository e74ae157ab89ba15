package com.hackajob.pinpoint.local.aws;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** A function with its processes: started on demand, kept warm, each with one event at a time. */
public final class LambdaFunction implements AutoCloseable {

    private static final int EVENT_LIMIT = 6 * 1024 * 1024;

    private final FunctionDefinition definition;
    private final Supplier<FunctionProcess> starter;
    private final Semaphore places;
    private final Deque<FunctionProcess> idle = new ArrayDeque<>();
    private final Set<FunctionProcess> processes = ConcurrentHashMap.newKeySet();
    private final List<Measurement> measurements = new CopyOnWriteArrayList<>();

    LambdaFunction(FunctionDefinition definition, Launch launch, int maximumProcesses) {
        this.definition = definition;
        this.starter = () -> FunctionProcess.start(definition, launch);
        this.places = new Semaphore(maximumProcesses, true);
    }

    public FunctionDefinition definition() {
        return definition;
    }

    /** What every invocation so far took, in the order in which they ended. */
    public List<Measurement> measurements() {
        return List.copyOf(measurements);
    }

    public InvocationResult invoke(byte[] event) {
        if (event.length > EVENT_LIMIT) {
            return new InvocationResult.Failed("RequestEntityTooLargeException", "The event exceeds 6 MB");
        }
        places.acquireUninterruptibly();
        try {
            return invokeInProcess(event);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new InvocationResult.Failed("Sandbox.Closed", "The local cloud is closing");
        } finally {
            places.release();
        }
    }

    private InvocationResult invokeInProcess(byte[] event) throws InterruptedException {
        var start = System.nanoTime();
        var warm = takeIdle();
        var before = warm.map(process -> process.use().cpu()).orElse(Duration.ZERO);
        var process = warm.orElseGet(this::startProcess);
        try {
            var result = process.invoke(event);
            var duration = Duration.ofNanos(System.nanoTime() - start);
            var init = warm.isEmpty() ? process.init() : Duration.ZERO;
            measure(warm.isEmpty(), duration, init, before, process.use());
            return result;
        } finally {
            putBack(process);
        }
    }

    private void measure(boolean cold, Duration duration, Duration init, Duration before, ProcessUse use) {
        measurements.add(new Measurement(cold, duration, init, use.cpu().minus(before), use.residentKilobytes()));
    }

    private Optional<FunctionProcess> takeIdle() {
        synchronized (idle) {
            idle.removeIf(process -> !process.isAlive());
            return Optional.ofNullable(idle.pollFirst());
        }
    }

    private FunctionProcess startProcess() {
        var process = starter.get();
        processes.add(process);
        return process;
    }

    private void putBack(FunctionProcess process) {
        if (!process.isAlive()) {
            processes.remove(process);
            process.close();
            return;
        }
        synchronized (idle) {
            idle.addFirst(process);
        }
    }

    /**
     * What its warm process has used so far.
     *
     * @throws IllegalStateException when none is idle
     */
    public ProcessUse use() {
        var process =
                takeIdle().orElseThrow(() -> new IllegalStateException(definition.name() + " has no idle process"));
        try {
            return process.use();
        } finally {
            putBack(process);
        }
    }

    /** Its processes that have an event in hand at this moment, as the operating system knows them. */
    public List<Long> busyProcesses() {
        return processes.stream()
                .filter(FunctionProcess::isBusy)
                .map(FunctionProcess::id)
                .sorted()
                .toList();
    }

    /** Ends its processes; the next event starts a new one, as after a deployment. */
    public void recycle() {
        synchronized (idle) {
            idle.clear();
        }
        processes.forEach(FunctionProcess::close);
        processes.clear();
    }

    @Override
    public void close() {
        recycle();
    }
}
