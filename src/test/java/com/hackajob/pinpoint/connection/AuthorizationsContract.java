package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anAuthorizationWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.SecretToken;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Authorizations} does. */
public abstract class AuthorizationsContract {

    private static final SecretToken STATE = new SecretToken("the-state");
    private static final Authorization AUTHORIZATION = anAuthorizationWith(STATE);

    protected abstract Authorizations authorizations();

    @Test
    void gives_an_authorization_once() {
        var authorizations = authorizations();
        authorizations.save(AUTHORIZATION);

        assertThat(authorizations.take(STATE.hash(), START)).contains(AUTHORIZATION);
        assertThat(authorizations.take(STATE.hash(), START)).isEmpty();
    }

    @Test
    void gives_an_authorization_to_one_of_many_who_ask_at_once() {
        var authorizations = authorizations();
        authorizations.save(AUTHORIZATION);

        var taken = Race.of(16, _ -> authorizations.take(STATE.hash(), START));

        assertThat(taken).filteredOn(Optional::isPresent).containsExactly(Optional.of(AUTHORIZATION));
    }

    @Test
    void does_not_know_another_state() {
        var authorizations = authorizations();
        authorizations.save(AUTHORIZATION);

        assertThat(authorizations.take(new SecretToken("another-state").hash(), START))
                .isEmpty();
        assertThat(authorizations.take(STATE.hash(), START)).contains(AUTHORIZATION);
    }

    @Test
    void does_not_give_an_authorization_that_has_expired() {
        var authorizations = authorizations();
        authorizations.save(AUTHORIZATION);

        assertThat(authorizations.take(STATE.hash(), AUTHORIZATION.expiresAt())).isEmpty();
    }

    @Test
    void gives_an_authorization_until_the_moment_before_it_expires() {
        var authorizations = authorizations();
        authorizations.save(AUTHORIZATION);

        assertThat(authorizations.take(STATE.hash(), AUTHORIZATION.expiresAt().minus(Duration.ofSeconds(1))))
                .contains(AUTHORIZATION);
    }
}
