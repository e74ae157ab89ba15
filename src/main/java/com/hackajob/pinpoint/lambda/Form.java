package com.hackajob.pinpoint.lambda;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a posted form (application/x-www-form-urlencoded), each given once. Its text form is hidden. */
record Form(Map<String, String> fields) {

    private static final int LONGEST = 16_384;

    static final Form EMPTY = new Form(Map.of());

    static Form parse(String body) {
        if (body.length() > LONGEST) {
            throw new InvalidRequest("body");
        }
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && fields.put(decoded(parts[0]), decoded(parts[1])) != null) {
                throw new InvalidRequest("body");
            }
        }
        return new Form(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidRequest("body");
        }
    }

    /** What was typed, without the blanks around it; empty when that is nothing. */
    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "Form[hidden]";
    }
}
