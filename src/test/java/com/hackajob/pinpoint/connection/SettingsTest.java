package com.hackajob.pinpoint.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an employer may set. */
class SettingsTest {

    @Test
    void candidates_come_from_the_job_board_hackajob_and_nobody_is_mailed_as_long_as_nothing_is_set() {
        assertThat(Settings.STANDARD).isEqualTo(new Settings("job_board", "hackajob", false));
    }

    static Stream<String> channels() {
        return Settings.CHANNELS.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("channels")
    void takes_every_channel_that_pinpoint_has(String channel) {
        assertThat(new Settings(channel, "hackajob", true).channel()).isEqualTo(channel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hackajob", "Job_board", "job board", "job_board ", "job_board\n"})
    void refuses_a_channel_that_pinpoint_does_not_have(String channel) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(channel, "hackajob", false))
                .withMessage("not a channel");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void takes_a_name_as_people_write_it(String source) {
        assertThat(new Settings("direct", source, false).channelSource()).isEqualTo(source);
    }

    static Stream<String> sources() {
        return Stream.of("h", "hackajob UK & Ireland", "Jobbörse", "招聘", "<b>\"'&", "a".repeat(100));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void refuses_a_name_that_is_empty_too_long_or_not_one_line(String source) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings("direct", source, false))
                .withMessage("not a channel source");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "", " ", "\t", "a".repeat(101), "a\nb", "a\r\nb", "a\tb", "a\u0000", "a\u001b[31m", "a\u0085b");
    }
}
