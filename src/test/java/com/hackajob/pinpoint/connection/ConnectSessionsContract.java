package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.USER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.ConnectSession.Names;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ConnectSessions} does. */
public abstract class ConnectSessionsContract {

    protected abstract ConnectSessions sessions();

    @Test
    void finds_a_session_by_its_hash_as_it_was_saved() {
        var sessions = sessions();
        sessions.save(aSession());

        assertThat(sessions.find(LINK.hash(), START)).contains(aSession());
    }

    @Test
    void does_not_know_another_hash() {
        var sessions = sessions();
        sessions.save(aSession());

        assertThat(sessions.find(new SecretToken("another-link").hash(), START)).isEmpty();
    }

    @Test
    void a_session_is_there_until_it_expires_and_not_at_that_moment() {
        var sessions = sessions();
        sessions.save(aSession());

        assertThat(sessions.find(LINK.hash(), aSession().expiresAt().minus(Duration.ofSeconds(1))))
                .contains(aSession());
        assertThat(sessions.find(LINK.hash(), aSession().expiresAt())).isEmpty();
    }

    @Test
    void a_session_without_an_address_to_return_to_and_for_another_step_reads_back_the_same() {
        var shared = new ConnectSession(
                LINK.hash(),
                COMPANY,
                USER,
                Step.WEBHOOK,
                true,
                new Names("Müller & Söhne", "Renée"),
                Optional.empty(),
                aSession().startedAt(),
                aSession().expiresAt());
        sessions().save(shared);

        assertThat(sessions().find(LINK.hash(), START)).contains(shared);
    }

    @Test
    void looking_uses_nothing_up() {
        sessions().save(aSession());

        for (int look = 0; look < 100; look++) {
            assertThat(sessions().find(LINK.hash(), START)).contains(aSession());
        }
        assertThat(sessions().attempt(LINK.hash(), START)).contains(aSession());
    }

    @Test
    void a_link_can_be_tried_so_often_and_no_more() {
        sessions().save(aSession());

        for (int attempt = 0; attempt < ConnectSessions.MOST_ATTEMPTS; attempt++) {
            assertThat(sessions().attempt(LINK.hash(), START)).contains(aSession());
        }
        assertThat(sessions().attempt(LINK.hash(), START)).isEmpty();
    }

    @Test
    void of_many_attempts_at_once_no_more_than_allowed_get_through() {
        sessions().save(aSession());

        assertThat(Race.of(ConnectSessions.MOST_ATTEMPTS + 10, _ -> sessions().attempt(LINK.hash(), START)))
                .filteredOn(Optional::isPresent)
                .hasSize(ConnectSessions.MOST_ATTEMPTS);
    }

    @Test
    void an_attempt_with_an_expired_or_unknown_link_finds_nothing() {
        sessions().save(aSession());

        assertThat(sessions().attempt(LINK.hash(), aSession().expiresAt())).isEmpty();
        assertThat(sessions().attempt(new SecretToken("another-link").hash(), START))
                .isEmpty();
    }

    @Test
    void a_session_is_used_up_once() {
        sessions().save(aSession());

        assertThat(Race.of(8, _ -> sessions().consume(aSession())))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
        assertThat(sessions().find(LINK.hash(), START)).isEmpty();
    }

    @Test
    void a_company_takes_its_own_session_back_and_no_others() {
        sessions().save(aSession());

        assertThat(sessions().revoke(OTHER_COMPANY, LINK.hash())).isFalse();
        assertThat(sessions().find(LINK.hash(), START)).contains(aSession());
        assertThat(sessions().revoke(COMPANY, LINK.hash())).isTrue();
        assertThat(sessions().find(LINK.hash(), START)).isEmpty();
        assertThat(sessions().revoke(COMPANY, LINK.hash())).isFalse();
    }
}
