package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MASTER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MEMBER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.RETURN_URL;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.USER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSessionWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.FinishConnecting.Finished;
import com.hackajob.pinpoint.connection.FinishConnecting.Return;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a browser goes back to hackajob, and with what. */
class FinishConnectingTest {

    private final SettableClock clock = new SettableClock();
    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final InMemoryConnectResults results = new InMemoryConnectResults();
    private final FinishConnecting finishConnecting =
            new FinishConnecting(sessions, results, new SplittableRandom(7), clock);

    @BeforeEach
    void start() {
        sessions.save(aSessionWith(LINK, Step.WEBHOOK));
    }

    @Test
    void returns_with_a_code_that_the_user_who_started_can_exchange_once() {
        SecretToken code = finish();

        assertThat(results.take(code.hash(), MASTER, START)).isTrue();
        assertThat(results.take(code.hash(), MASTER, START)).isFalse();
    }

    @Test
    void nobody_else_can_exchange_the_code() {
        SecretToken code = finish();

        assertThat(results.take(code.hash(), MEMBER, START)).isFalse();
        assertThat(results.take(code.hash(), new Caller(OTHER_COMPANY, USER, true), START))
                .isFalse();
        assertThat(results.take(code.hash(), MASTER, START)).isTrue();
    }

    @Test
    void the_code_is_good_for_ten_minutes() {
        SecretToken code = finish();
        var end = START.plus(Duration.ofMinutes(10));

        assertThat(results.take(code.hash(), MASTER, end)).isFalse();
        assertThat(results.take(code.hash(), MASTER, end.minusMillis(1))).isTrue();
    }

    @Test
    void each_code_is_another() {
        SecretToken first = finish();
        sessions.save(aSessionWith(LINK, Step.WEBHOOK));

        assertThat(finish()).isNotEqualTo(first);
    }

    @Test
    void uses_the_link_up() {
        finish();

        assertThat(finishConnecting.finish(LINK)).isEmpty();
        assertThat(sessions.size()).isZero();
        assertThat(results.size()).isEqualTo(1);
    }

    @Test
    void a_link_that_returns_nowhere_ends_without_a_code() {
        sessions.save(new ConnectSession(
                LINK.hash(),
                COMPANY,
                USER,
                Step.WEBHOOK,
                true,
                aSession().names(),
                Optional.empty(),
                aSession().startedAt(),
                aSession().expiresAt()));

        assertThat(finishConnecting.finish(LINK)).contains(new Finished(Optional.empty()));

        assertThat(results.size()).isZero();
        assertThat(sessions.size()).isZero();
    }

    @Test
    void a_link_with_which_nothing_was_connected_yet_is_not_finished() {
        sessions.save(aSession());

        assertThat(finishConnecting.finish(LINK)).isEmpty();

        assertThat(sessions.find(LINK.hash(), START)).contains(aSession());
        assertThat(results.size()).isZero();
    }

    @Test
    void a_link_that_has_expired_is_not_finished() {
        clock.pass(Duration.ofMinutes(30));

        assertThat(finishConnecting.finish(LINK)).isEmpty();

        assertThat(results.size()).isZero();
    }

    private SecretToken finish() {
        Return way = finishConnecting.finish(LINK).flatMap(Finished::way).orElseThrow();
        assertThat(way.url()).isEqualTo(RETURN_URL);
        return way.code();
    }
}
