package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link SecretLeases} does. */
public abstract class SecretLeasesContract {

    private static final Duration LENGTH = Duration.ofSeconds(60);

    protected abstract SecretLeases leases();

    @Test
    void one_has_it_until_it_is_given_back() {
        SecretLease first = acquire(START).orElseThrow();

        assertThat(first).isEqualTo(new SecretLease(COMPANY, 1, false));
        assertThat(acquire(START)).isEmpty();
        leases().release(first);
        assertThat(acquire(START)).contains(new SecretLease(COMPANY, 2, false));
    }

    @Test
    void a_lease_that_ran_out_is_inherited() {
        acquire(START);

        assertThat(acquire(START.plus(LENGTH).minusMillis(1))).isEmpty();
        assertThat(acquire(START.plus(LENGTH))).contains(new SecretLease(COMPANY, 2, true));
    }

    @Test
    void a_lease_that_was_abandoned_is_inherited_at_once() {
        leases().abandon(acquire(START).orElseThrow());

        assertThat(acquire(START)).contains(new SecretLease(COMPANY, 2, true));
    }

    @Test
    void what_is_inherited_and_given_back_is_inherited_no_more() {
        acquire(START);
        leases().release(acquire(START.plus(LENGTH)).orElseThrow());

        assertThat(acquire(START.plus(LENGTH))).contains(new SecretLease(COMPANY, 3, false));
    }

    @Test
    void whoever_was_taken_over_takes_nothing_away() {
        SecretLease slow = acquire(START).orElseThrow();
        Instant later = START.plus(LENGTH);
        acquire(later);

        leases().release(slow);
        leases().abandon(slow);

        assertThat(acquire(later)).isEmpty();
    }

    @Test
    void companies_do_not_wait_for_each_other() {
        acquire(START);

        assertThat(leases().acquire(OTHER_COMPANY, START, LENGTH)).contains(new SecretLease(OTHER_COMPANY, 1, false));
    }

    @Test
    void of_many_at_once_one_gets_it() {
        assertThat(Race.of(8, _ -> acquire(START)))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    private Optional<SecretLease> acquire(Instant now) {
        return leases().acquire(COMPANY, now, LENGTH);
    }
}
