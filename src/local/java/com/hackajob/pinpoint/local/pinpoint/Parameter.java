package com.hackajob.pinpoint.local.pinpoint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One query parameter: {@code filter[created_at][gt]=x} has the name {@code filter} and the keys created_at and gt. */
record Parameter(String full, String name, List<String> keys, String value) {

    private static final Pattern SHAPE = Pattern.compile("(\\w+)((?:\\[\\w+])*)");

    static List<Parameter> all(@Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return List.of();
        }
        return Stream.of(rawQuery.split("&")).map(Parameter::one).toList();
    }

    private static Parameter one(String raw) {
        int equals = raw.indexOf('=');
        if (equals < 0) {
            throw Refusal.parameter(raw);
        }
        String full = decoded(raw.substring(0, equals));
        Matcher shape = SHAPE.matcher(full);
        if (!shape.matches()) {
            throw Refusal.parameter(full);
        }
        List<String> keys = Stream.of(shape.group(2).split("[\\[\\]]+"))
                .filter(key -> !key.isEmpty())
                .toList();
        return new Parameter(full, shape.group(1), keys, decoded(raw.substring(equals + 1)));
    }

    List<String> values() {
        return List.of(value.split(","));
    }

    boolean has(String... expected) {
        return keys.equals(List.of(expected));
    }

    Refusal refused() {
        return Refusal.parameter(full);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.parameter(text);
        }
    }
}
