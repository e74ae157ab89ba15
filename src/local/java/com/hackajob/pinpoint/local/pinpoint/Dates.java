package com.hackajob.pinpoint.local.pinpoint;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Date-times in attributes (documented: ISO 8601 with an offset). */
final class Dates {

    private Dates() {}

    static Instant dateTime(String attribute, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.of(List.of(Problem.attribute(attribute, "is not a date and time")));
        }
    }
}
