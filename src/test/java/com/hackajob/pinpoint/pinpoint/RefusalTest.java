package com.hackajob.pinpoint.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.ExportFixtures;
import com.hackajob.pinpoint.export.PinpointApplications.Creation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Email is invalid|Email is invalid",
                "jo SMITH of 1 high street, London is not Joanna|… of …, … is not Joanna",
                "Smithers, N1 1AA, smith|Smithers, …, …",
                "see https://linkedin.example.com/in/jo now|see … now",
                "jo@example.com and ann@example.com|… and …",
                "+447700900123 or 020 7946 0018|… or …"
            })
    void repeats_none_of_what_pinpoints_words_say_of_a_person(String words, String shown) {
        assertThat(refusal(words)).isEqualTo(new Creation.Refused(ErrorCode.PINPOINT_REFUSED, shown));
    }

    @Test
    void is_cut_after_the_name_was_taken_out() {
        String words = "x".repeat(298) + " Smith";

        assertThat(refusal(words)).isEqualTo(new Creation.Refused(ErrorCode.PINPOINT_REFUSED, "x".repeat(298) + " …"));
    }

    /** Somebody may be called so, or live there. */
    @ParameterizedTest
    @ValueSource(strings = {"jo@backstage.io has already been taken", "ann@backstage.io is a duplicate"})
    void why_is_not_read_out_of_an_address(String words) {
        assertThat(refusal(words)).isEqualTo(new Creation.AlreadyThere());
    }

    /** As long as a file that is repeated in them: looked at in full, that would take minutes. */
    @Test
    void only_the_first_of_many_words_count() {
        String words = "CV " + "a".repeat(1_000_000) + " is closed";

        assertThat(refusal(words))
                .isEqualTo(new Creation.Refused(ErrorCode.PINPOINT_REFUSED, "CV " + "a".repeat(297) + "…"));
    }

    @Test
    void no_character_is_cut_in_two() {
        assertThat(refusal("x".repeat(299) + "😀"))
                .isEqualTo(new Creation.Refused(ErrorCode.PINPOINT_REFUSED, "x".repeat(299) + "?…"));
    }

    private static Creation refusal(String words) {
        var body = new ObjectMapper().createObjectNode();
        body.putArray("errors").addObject().put("detail", words);
        return Refusal.of(body, ExportFixtures.aPerson());
    }
}
