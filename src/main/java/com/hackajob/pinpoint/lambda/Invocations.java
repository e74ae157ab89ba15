package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.Lag;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.Telemetry;
import com.hackajob.pinpoint.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The invocations of this process: Lambda lets it have one at a time, so what is noted is the present one's. */
final class Invocations implements Telemetry {

    private final String function;
    private final Emf emf;
    private final Supplier<Trace> trace;
    private final InstantSource clock;
    private final Consumer<String> log;
    private final AtomicBoolean isCold = new AtomicBoolean(true);
    private volatile Invocation present = new Invocation();

    /** @param log takes a line, and is told of nothing else */
    Invocations(String function, Emf emf, Supplier<Trace> trace, InstantSource clock, Consumer<String> log) {
        this.function = function;
        this.emf = emf;
        this.trace = trace;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Does the work of an invocation, and leaves its line and its metrics in the log.
     *
     * @param subject what it is about, as far as is known
     * @param work is told the invocation, to say more of it
     * @param outcome what came of it, in a word; where the work ends with an exception, that is {@code broken}
     */
    <T> T run(Context context, String subject, Function<Invocation, T> work, Function<T, String> outcome) {
        Instant start = clock.instant();
        Invocation invocation = new Invocation().about(subject);
        present = invocation;
        String came = "broken";
        try {
            T result = work.apply(invocation);
            came = outcome.apply(result);
            return result;
        } finally {
            tell(invocation, came, start, context);
        }
    }

    private void tell(Invocation invocation, String outcome, Instant start, Context context) {
        Instant end = clock.instant();
        ObjectNode identity = identity(context);
        long millis = Duration.between(start, end).toMillis();
        log.accept(invocation
                .line(outcome, millis, isCold.getAndSet(false), identity)
                .toString());
        emf.documents(invocation.tally(), end, identity)
                .map(ObjectNode::toString)
                .forEach(log);
    }

    private ObjectNode identity(Context context) {
        ObjectNode identity = JsonNodeFactory.instance
                .objectNode()
                .put("function", function)
                .put("requestId", context.getAwsRequestId());
        trace.get().root().ifPresent(root -> identity.put("trace", root));
        return identity;
    }

    /** The present one turned out to concern that company. */
    void concern(CompanyId company) {
        present.concerning(company);
    }

    @Override
    public void called(Remote remote) {
        present.tally().called(remote);
    }

    @Override
    public <T> T calling(Remote remote, Supplier<T> call) {
        called(remote);
        Instant start = clock.instant();
        boolean isError = false;
        try {
            return call.get();
        } catch (Outage outage) {
            isError = true;
            throw outage;
        } finally {
            if (remote == Remote.PINPOINT) {
                measured(Metric.PINPOINT_LATENCY, Duration.between(start, clock.instant()));
                present.tally().measured(Metric.PINPOINT_ERRORS, isError ? 1 : 0);
            }
        }
    }

    @Override
    public void lag(Lag lag, Duration length) {
        measured(Metric.of(lag), length);
    }

    @Override
    public void oldestWaiting(Duration length) {
        present.tally().measured(Metric.OLDEST_WAITING, length.toSeconds());
    }

    @Override
    public void noticed(Trouble trouble) {
        present.tally().measured(Metric.of(trouble), 1);
    }

    private void measured(Metric metric, Duration length) {
        present.tally().measured(metric, length.toMillis());
    }

    @Override
    public Optional<String> traceHeader() {
        return trace.get().header();
    }
}
