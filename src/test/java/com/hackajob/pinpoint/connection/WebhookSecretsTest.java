package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which secrets a webhook may be signed with while one replaces the other. */
class WebhookSecretsTest {

    private static final Instant END = START.plus(Duration.ofHours(24));

    @Test
    void none_accepts_nothing() {
        assertThat(WebhookSecrets.NONE.accepted(Instant.EPOCH)).isEmpty();
        assertThat(WebhookSecrets.NONE.accepted(START)).isEmpty();
    }

    @Test
    void the_first_has_none_before_it() {
        var first = WebhookSecrets.NONE.replacedBy("one", START);

        assertThat(first).isEqualTo(new WebhookSecrets(Optional.of("one"), Optional.empty(), Instant.EPOCH));
        assertThat(first.accepted(START)).containsExactly("one");
    }

    @Test
    void the_one_before_is_accepted_for_a_day_and_not_a_moment_longer() {
        var second = WebhookSecrets.NONE.replacedBy("one", START).replacedBy("two", START);

        assertThat(second).isEqualTo(new WebhookSecrets(Optional.of("two"), Optional.of("one"), END));
        assertThat(second.accepted(START)).containsExactly("two", "one");
        assertThat(second.accepted(END.minusNanos(1))).containsExactly("two", "one");
        assertThat(second.accepted(END)).containsExactly("two");
    }

    @Test
    void the_same_again_changes_nothing() {
        var second = WebhookSecrets.NONE.replacedBy("one", START).replacedBy("two", START);

        assertThat(second.replacedBy("two", START.plus(Duration.ofHours(23)))).isEqualTo(second);
    }

    @Test
    void the_one_before_the_one_before_is_no_longer_accepted() {
        var third = WebhookSecrets.NONE
                .replacedBy("one", START)
                .replacedBy("two", START)
                .replacedBy("three", START.plusSeconds(1));

        assertThat(third).isEqualTo(new WebhookSecrets(Optional.of("three"), Optional.of("two"), END.plusSeconds(1)));
    }

    @Test
    void going_back_to_the_one_before_accepts_both_for_another_day() {
        var later = START.plus(Duration.ofHours(1));
        var back = WebhookSecrets.NONE
                .replacedBy("one", START)
                .replacedBy("two", START)
                .replacedBy("one", later);

        assertThat(back)
                .isEqualTo(
                        new WebhookSecrets(Optional.of("one"), Optional.of("two"), later.plus(Duration.ofHours(24))));
    }
}
