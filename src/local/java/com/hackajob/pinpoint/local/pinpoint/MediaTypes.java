package com.hackajob.pinpoint.local.pinpoint;

import java.util.Set;
import java.util.stream.Stream;

/** Which media types are taken: JSON:API (documented) and plain JSON (seen with clients). How others fail is invented. */
final class MediaTypes {

    private static final Set<String> TAKEN = Set.of(Reply.JSON_API, "application/json");

    private MediaTypes() {}

    static void checkAccept(Call call) {
        boolean accepted = Stream.of(call.header("Accept").orElse("*/*").split(","))
                .map(MediaTypes::bare)
                .anyMatch(type -> type.equals("*/*") || TAKEN.contains(type));
        if (!accepted) {
            throw Refusal.violation(ErrorKind.NOT_ACCEPTABLE, "Accept must be " + Reply.JSON_API);
        }
    }

    static void checkContent(Call call) {
        if (!TAKEN.contains(bare(call.header("Content-Type").orElse("")))) {
            throw Refusal.violation(ErrorKind.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be " + Reply.JSON_API);
        }
    }

    private static String bare(String type) {
        return type.split(";", 2)[0].strip();
    }
}
