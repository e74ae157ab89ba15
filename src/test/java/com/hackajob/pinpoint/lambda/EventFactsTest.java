package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.hackajob.pinpoint.SettableClock;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the log says of an event that is not ours. */
class EventFactsTest {

    private static final Context CONTEXT = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> "r-1");

    private final List<String> log = new ArrayList<>();
    private final Invocations invocations =
            new Invocations("events", new Emf("stack"), () -> Trace.of(null), new SettableClock(), log::add);

    @ParameterizedTest
    @MethodSource
    void an_unknown_type_is_named_as_far_as_it_can_be_one(String type, String shown) {
        invocations.run(
                CONTEXT,
                "event",
                invocation -> {
                    EventFacts.tell(new Event.Ignored(type), invocation);
                    return "ignored";
                },
                outcome -> outcome);

        assertThat(log).singleElement().asString().startsWith("{\"subject\":\"" + shown + "\",\"outcome\":\"ignored\"");
    }

    static Stream<Arguments> an_unknown_type_is_named_as_far_as_it_can_be_one() {
        return Stream.of(
                Arguments.of("candidate.hired", "candidate.hired"),
                Arguments.of("Zoë\n{}", "Zo????"),
                Arguments.of("😀😀", "??"),
                Arguments.of("x".repeat(61), "x".repeat(60)),
                Arguments.of("😀".repeat(70), "?".repeat(60)));
    }
}
