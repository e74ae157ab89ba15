package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.OAuthServer.Refresh;
import org.junit.jupiter.api.Test;

/** The server on which the proofs of renewing stand is as strict as it says. */
class FakeRotatingServerTest {

    private final SettableClock clock = new SettableClock();
    private final FakeRotatingServer server = new FakeRotatingServer(clock);
    private final OAuthTokens first = server.authorize();

    @Test
    void a_refresh_token_works_once_and_gives_the_next() {
        OAuthTokens second = refreshed(first);
        OAuthTokens third = refreshed(second);

        assertThat(server.accepts(third)).isTrue();
        assertThat(server.refreshes()).isEqualTo(2);
        assertThat(server.hasRevoked()).isFalse();
    }

    @Test
    void one_that_comes_twice_takes_back_everything() {
        OAuthTokens second = refreshed(first);

        assertThat(refresh(first)).isEqualTo(new Refresh.Refused());
        assertThat(refresh(second)).isEqualTo(new Refresh.Refused());
        assertThat(server.accepts(second)).isFalse();
        assertThat(server.hasRevoked()).isTrue();
    }

    @Test
    void another_authorization_is_not_touched_by_that() {
        OAuthTokens other = server.authorize();
        refreshed(first);
        refresh(first);

        assertThat(server.accepts(other)).isTrue();
        assertThat(server.accepts(refreshed(other))).isTrue();
    }

    @Test
    void an_access_token_ends_after_an_hour() {
        clock.pass(FakeRotatingServer.LIFE);

        assertThat(server.accepts(first)).isFalse();
        assertThat(server.accepts(refreshed(first))).isTrue();
    }

    @Test
    void an_answer_that_is_lost_has_used_the_token_up() {
        server.loseAnswer();

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> refresh(first));
        assertThat(refresh(first)).isEqualTo(new Refresh.Refused());
        assertThat(server.hasRevoked()).isTrue();
    }

    private OAuthTokens refreshed(OAuthTokens tokens) {
        return switch (refresh(tokens)) {
            case Refresh.Refreshed(var next) -> next;
            case Refresh.Refused() -> throw new AssertionError("refused");
        };
    }

    private Refresh refresh(OAuthTokens tokens) {
        return server.refresh(SUBDOMAIN, tokens.refreshToken().orElseThrow());
    }
}
