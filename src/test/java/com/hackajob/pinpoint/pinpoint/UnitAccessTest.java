package com.hackajob.pinpoint.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnitAccessTest {

    private static final SecretVersion SECRET = new SecretVersion("version-1");

    private final SettableClock clock = new SettableClock();
    private final UnitAccess access = new UnitAccess(clock);

    @Test
    void is_remembered_for_one_version_of_one_secret() {
        access.denied(SECRET);

        assertThat(access.mayBeAllowed(SECRET)).isFalse();
        assertThat(access.mayBeAllowed(new SecretVersion("version-2"))).isTrue();
    }

    @Test
    void is_tried_again_after_ten_minutes_in_case_the_ticks_were_set() {
        access.denied(SECRET);

        clock.pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(access.mayBeAllowed(SECRET)).isFalse();
        clock.pass(Duration.ofMillis(1));
        assertThat(access.mayBeAllowed(SECRET)).isTrue();
    }

    @Test
    void what_is_over_is_forgotten_and_what_is_not_stays() {
        SecretVersion later = new SecretVersion("version-2");
        access.denied(SECRET);
        clock.pass(Duration.ofMinutes(10));
        access.denied(later);

        assertThat(access.mayBeAllowed(SECRET)).isTrue();
        assertThat(access.mayBeAllowed(later)).isFalse();
    }
}
