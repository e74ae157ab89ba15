package com.hackajob.pinpoint.local.bench;

import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How often everything is measured.
 *
 * @param isQuick whether this is to show that all of it runs: the figures then mean nothing
 * @param cold new processes of each contender
 * @param warmUps invocations of each warm process before anything is counted
 * @param blocks how many blocks of invocations are counted then, the contenders in turns
 * @param calls invocations of a block
 * @param functionStarts new processes of each function of the product
 * @param functionCalls warm invocations of each of them
 */
record Rounds(boolean isQuick, int cold, int warmUps, int blocks, int calls, int functionStarts, int functionCalls) {

    private static final Rounds USUAL = new Rounds(false, 7, 2000, 5, 400, 3, 50);
    private static final Rounds QUICK = new Rounds(true, 2, 40, 2, 20, 1, 5);

    /** By the system's properties: {@code quick}, and one for each number, such as {@code bench.cold}. */
    static Rounds of(Properties properties) {
        var usual = isSet(properties.getProperty("quick")) ? QUICK : USUAL;
        return new Rounds(
                usual.isQuick,
                number(properties, "bench.cold", usual.cold),
                number(properties, "bench.warm-ups", usual.warmUps),
                number(properties, "bench.blocks", usual.blocks),
                number(properties, "bench.calls", usual.calls),
                number(properties, "bench.function-starts", usual.functionStarts),
                number(properties, "bench.function-calls", usual.functionCalls));
    }

    /** As -Dquick and -Dquick=true say it; a profile passes an empty one on where nobody does. */
    private static boolean isSet(@Nullable String value) {
        return "true".equals(value);
    }

    private static int number(Properties properties, String name, int otherwise) {
        return Optional.ofNullable(properties.getProperty(name))
                .filter(text -> !text.isBlank())
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
