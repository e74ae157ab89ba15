package com.hackajob.pinpoint.document;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as the document writes them: in UTC and English, whatever the machine thinks. */
final class Dates {

    private static final DateTimeFormatter PDF = DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT);

    private Dates() {}

    /** Such as 3 March 2026. */
    static String day(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        String month = time.getMonth().name();
        String written = month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT);
        return time.getDayOfMonth() + " " + written + " " + time.getYear();
    }

    static String pdf(Instant instant) {
        return PDF.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
