package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MASTER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.USER;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link ConnectResults} does. */
public abstract class ConnectResultsContract {

    private static final String CODE = new SecretToken("the-code").hash();
    private static final Instant END = START.plus(Duration.ofMinutes(10));

    protected abstract ConnectResults results();

    @Test
    void a_code_is_exchanged_once() {
        save();

        assertThat(results().take(CODE, MASTER, START)).isTrue();
        assertThat(results().take(CODE, MASTER, START)).isFalse();
    }

    @Test
    void of_many_at_once_one_exchanges_it() {
        save();

        assertThat(Race.of(8, _ -> results().take(CODE, MASTER, START)))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
    }

    @Test
    void an_unknown_code_is_worth_nothing() {
        assertThat(results().take(CODE, MASTER, START)).isFalse();
    }

    @Test
    void another_company_or_user_neither_gets_it_nor_spoils_it() {
        save();

        assertThat(results().take(CODE, new Caller(OTHER_COMPANY, USER, true), START))
                .isFalse();
        assertThat(results().take(CODE, new Caller(COMPANY, new UserId("user-9"), true), START))
                .isFalse();
        assertThat(results().take(CODE, MASTER, START)).isTrue();
    }

    @Test
    void a_code_that_has_expired_is_worth_nothing() {
        save();

        assertThat(results().take(CODE, MASTER, END)).isFalse();
        assertThat(results().take(CODE, MASTER, END.minusSeconds(1))).isTrue();
    }

    private void save() {
        results().save(new ConnectResult(CODE, COMPANY, USER, END));
    }
}
