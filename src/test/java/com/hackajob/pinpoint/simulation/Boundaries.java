package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SideEffects.Death;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.PinpointApplications.Creation;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import com.hackajob.pinpoint.simulation.Timeline.Process;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Every call of every port, numbered in order: where faults happen. A port is wrapped by its interface alone, so a method
 * that it gets later is a boundary as well.
 */
final class Boundaries {

    static final String CREATE = "PinpointApplications.create";

    private static final String READ_FILE = "RemoteFiles.fromPinpoint";
    private static final long FREEZE = Duration.ofSeconds(300).toMillis();
    private static final long SLEEP = Duration.ofMinutes(20).toMillis();
    private static final long CALL_TIMEOUT = Duration.ofSeconds(20).toMillis();
    private static final long LATE = Duration.ofSeconds(60).toMillis();

    private final Timeline timeline;
    private final Map<Integer, Fault> faults;
    private final LongSupplier latency;
    private final Bug bug;
    private final Events events;
    private final List<String> passed = new ArrayList<>();
    private int creations;
    private int late;

    /** What happens around the processes. */
    interface Events {

        void happen(Fault fault, String company);

        /** A call took effect, perhaps when its caller had given up. */
        void passed(Process caller, Call call, Object answer, long begun);
    }

    Boundaries(Timeline timeline, Map<Integer, Fault> faults, LongSupplier latency, Bug bug, Events events) {
        this.timeline = timeline;
        this.faults = faults;
        this.latency = latency;
        this.bug = bug;
        this.events = events;
    }

    /** The calls so far. */
    List<String> passed() {
        return passed;
    }

    /** Whether a call has still to take effect, though its caller gave it up. */
    boolean isAnythingLate() {
        return late > 0;
    }

    <T> T around(Class<T> type, T target) {
        return around(type, target, this::pass);
    }

    /** Without number and without fault. */
    <T> T calmlyAround(Class<T> type, T target) {
        return around(type, target, bug::around);
    }

    private static <T> T around(Class<T> type, T target, Function<Call, Object> pass) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? invoke(target, method, arguments)
                        : pass.apply(new Call(
                                type.getSimpleName() + "." + method.getName(),
                                arguments == null ? new Object[0] : arguments,
                                changed -> invoke(target, method, changed)))));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(thrown);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object pass(Call call) {
        int number = passed.size();
        passed.add(call.name());
        Process caller = timeline.current().orElseThrow();
        Function<Long, Object> timed = late -> {
            Object answer = bug.around(call);
            events.passed(caller, call, answer, timeline.now() - late);
            return answer;
        };
        Deque<Fault> once = new ArrayDeque<>();
        fault(number, call).filter(fault -> fault.isPossibleAt(call.name())).ifPresent(once::add);
        return bug.client(
                call, () -> once.isEmpty() ? answered(() -> timed.apply(0L)) : pass(call, once.remove(), timed));
    }

    private Optional<Fault> fault(int number, Call call) {
        if (call.is(CREATE)) {
            creations++;
            if (faults.containsKey(-creations)) {
                return Optional.of(faults.get(-creations));
            }
        }
        return Optional.ofNullable(faults.get(number));
    }

    private Object answered(Supplier<Object> effect) {
        timeline.pause(latency.getAsLong());
        Object answer = effect.get();
        timeline.pause(latency.getAsLong());
        return answer;
    }

    private Object pass(Call call, Fault fault, Function<Long, Object> timed) {
        String name = call.name();
        Supplier<Object> effect = () -> timed.apply(0L);
        return switch (fault) {
            case CRASH_BEFORE -> throw new Death(name);
            case CRASH_AFTER -> {
                effect.get();
                throw new Death(name);
            }
            case FROZEN_BEFORE -> {
                freeze(FREEZE);
                yield answered(effect);
            }
            case ASLEEP_BEFORE -> {
                freeze(SLEEP);
                yield answered(effect);
            }
            case FROZEN_AFTER -> {
                Object answer = effect.get();
                freeze(FREEZE);
                yield answer;
            }
            case ASLEEP_AFTER -> {
                Object answer = effect.get();
                freeze(SLEEP);
                yield answer;
            }
            case DENIED_ONCE ->
                name.equals(CREATE)
                        ? new Creation.Denied(ErrorCode.CREDENTIAL_REJECTED)
                        : new PinpointAnswer.Denied<>(ErrorCode.CREDENTIAL_REJECTED);
            case UNAVAILABLE -> noAnswer(name, Optional.empty());
            case RATE_LIMITED -> noAnswer(name, Optional.of(Duration.ofSeconds(90)));
            case TIMED_OUT -> {
                timeline.pause(CALL_TIMEOUT);
                yield noAnswer(name, Optional.empty());
            }
            case ANSWER_LOST -> {
                effect.get();
                yield noAnswer(name, Optional.empty());
            }
            case SENT_TWICE -> {
                effect.get();
                yield answered(effect);
            }
            case HIDDEN, HIDDEN_BEYOND_S -> {
                happen(fault);
                Object answer = effect.get();
                timeline.pause(latency.getAsLong());
                yield answer;
            }
            case HIDDEN_AND_LOST, HIDDEN_BEYOND_S_AND_LOST -> {
                happen(fault);
                effect.get();
                yield noAnswer(name, Optional.empty());
            }
            case ANSWER_LATE -> {
                effect.get();
                timeline.pause(CALL_TIMEOUT);
                yield noAnswer(name, Optional.empty());
            }
            case EFFECT_LATE -> {
                late++;
                timeline.at(timeline.now() + LATE, () -> {
                    late--;
                    timed.apply(LATE);
                });
                timeline.pause(CALL_TIMEOUT);
                yield noAnswer(name, Optional.empty());
            }
            case KEY_REVOKED,
                    SECRET_ROTATED,
                    DISCONNECTED,
                    MAPPING_EDITED,
                    SECOND_WORKER,
                    REDELIVERED,
                    ERASED,
                    REPLAYED -> {
                happen(fault);
                yield answered(effect);
            }
        };
    }

    private void happen(Fault fault) {
        events.happen(fault, timeline.current().orElseThrow().company());
    }

    private void freeze(long millis) {
        timeline.current().orElseThrow().outlives(millis);
        timeline.pause(millis);
    }

    private static Object noAnswer(String name, Optional<Duration> retryAfter) {
        if (name.equals(READ_FILE)) {
            return new Fetch.Unreachable<>();
        }
        throw new Outage(code(name, retryAfter), "no answer", retryAfter);
    }

    private static ErrorCode code(String name, Optional<Duration> retryAfter) {
        if (name.startsWith("Pinpoint")) {
            return retryAfter.isPresent() ? ErrorCode.RATE_LIMITED : ErrorCode.PINPOINT_UNAVAILABLE;
        }
        return name.startsWith("Candidates") || name.startsWith("RemoteFiles")
                ? ErrorCode.HACKAJOB_UNAVAILABLE
                : ErrorCode.INTERNAL_ERROR;
    }
}
