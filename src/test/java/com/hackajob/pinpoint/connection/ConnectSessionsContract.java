package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SecretToken;
import java.time.Duration;
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
}
