package com.hackajob.pinpoint.local.pinpoint;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One stored record as it is at a moment; changing it makes another. Not all of its values are shown to API users. */
record Row(String type, String id, Map<String, @Nullable Object> values) {

    Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Names the record within its tenant. */
    String key() {
        return type + "/" + id;
    }

    @Nullable
    Object value(String name) {
        return values.get(name);
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    boolean is(String name, Object expected) {
        return expected.equals(values.get(name));
    }

    boolean isTrue(String name) {
        return is(name, true);
    }

    /** The text of a value, empty if there is none. */
    String text(String name) {
        return has(name) ? String.valueOf(values.get(name)) : "";
    }

    int number(String name) {
        return values.get(name) instanceof Integer number ? number : 0;
    }

    Optional<Instant> instant(String name) {
        return values.get(name) instanceof Instant instant ? Optional.of(instant) : Optional.empty();
    }

    <T> List<T> list(String name, Class<T> of) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(of::cast).toList()
                : List.of();
    }

    Row with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Row(type, id, changed);
    }

    Row with(Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.putAll(changes);
        return new Row(type, id, changed);
    }
}
