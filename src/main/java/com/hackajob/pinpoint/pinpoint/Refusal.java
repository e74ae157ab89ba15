package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.Person;
import com.hackajob.pinpoint.export.PinpointApplications.Creation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Why Pinpoint refused an application (400, 422). Only "can't be blank" is documented; the other texts are guesses at
 * what a person would write, and whatever fits none of them is passed on in Pinpoint's own words.
 */
final class Refusal {

    /** Of what is passed on. */
    private static final int LONGEST = 300;

    /** Of what is looked at: to look through more takes long. */
    private static final int MOST_WORDS = 2_000;

    private static final Pattern PERSONAL = Pattern.compile("\\S*@\\S*|\\+?[0-9][0-9 ()./-]{5,}");
    private static final List<String> DUPLICATE = List.of("already", "been taken", "duplicate");

    private Refusal() {}

    static Creation of(JsonNode body, Person person) {
        String words = impersonal(words(body), person);
        String lower = words.toLowerCase(Locale.ROOT);
        ErrorCode code = code(body, lower);
        if (code == ErrorCode.PINPOINT_REFUSED && DUPLICATE.stream().anyMatch(lower::contains)) {
            return new Creation.AlreadyThere();
        }
        return new Creation.Refused(code, shown(words));
    }

    private static ErrorCode code(JsonNode body, String words) {
        String where = String.join(" ", body.path("errors").findValuesAsText("pointer"));
        if (where.contains("stage") || words.contains("stage")) {
            return ErrorCode.STAGE_GONE;
        }
        if (words.contains("blocked")) {
            return ErrorCode.CANDIDATE_BLOCKED;
        }
        if (words.contains("closed") || words.contains("not accepting")) {
            return ErrorCode.JOB_CLOSED;
        }
        return words.contains("can't be blank") ? ErrorCode.FIELD_REQUIRED : ErrorCode.PINPOINT_REFUSED;
    }

    private static String words(JsonNode body) {
        return StreamSupport.stream(body.path("errors").spliterator(), false)
                .map(error -> error.path("detail").asText())
                .collect(Collectors.joining("; "));
    }

    /** Without what they say of the person, or what looks like anybody's e-mail address or number: nor does that say why. */
    private static String impersonal(String words, Person person) {
        return PERSONAL.matcher(person.hide(Kept.of(words, MOST_WORDS))).replaceAll("…");
    }

    private static String shown(String words) {
        return words.length() <= LONGEST ? words : Kept.of(words, LONGEST) + "…";
    }
}
