package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.USER;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.StartSession.Started;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StartSessionTest {

    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final StartSession startSession = new StartSession(sessions, new SplittableRandom(7), new SettableClock());

    @Test
    void gives_a_link_that_works_for_half_an_hour_and_keeps_only_its_hash() {
        var started = startSession.start(COMPANY, USER);

        var token = SecretToken.random(new SplittableRandom(7));
        var end = START.plus(Duration.ofMinutes(30));
        assertThat(started).isEqualTo(new Started(token, end));
        assertThat(sessions.find(token.hash(), START)).contains(new ConnectSession(token.hash(), COMPANY, USER, end));
        assertThat(sessions.find(token.hash(), end)).isEmpty();
    }

    @Test
    void gives_another_link_each_time() {
        assertThat(startSession.start(COMPANY, USER)).isNotEqualTo(startSession.start(COMPANY, USER));
    }
}
