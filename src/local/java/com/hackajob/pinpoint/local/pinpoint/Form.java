package com.hackajob.pinpoint.local.pinpoint;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Form-encoded names and values; one that is repeated counts as absent. */
record Form(Map<String, String> values) {

    static Form of(@Nullable String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : (encoded == null ? "" : encoded).split("&")) {
            String[] parts = pair.split("=", 2);
            values.merge(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "", (_, _) -> "");
        }
        return new Form(values);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
