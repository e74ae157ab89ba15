package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurrentCredentialTest {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final RefreshWorld world = new RefreshWorld();
    private final CurrentCredential current = world.worker();

    @Test
    void gives_an_api_key_as_it_is() {
        Connection connection = world.connect(anApiKey());

        assertThat(current.of(connection)).isEqualTo(anApiKey());
        assertThat(current.renewed(connection)).isEqualTo(anApiKey());
    }

    @Test
    void gives_tokens_without_an_end_as_they_are() {
        var endless = new OAuthTokens(SUBDOMAIN, "access", Optional.of("refresh"), Optional.empty());

        assertThat(current.of(world.connect(endless))).isEqualTo(endless);
        assertNobodyAsked();
    }

    @Test
    void gives_tokens_that_last_for_more_than_a_minute_as_they_are() {
        OAuthTokens tokens = world.server.authorize();
        Connection connection = world.connect(tokens);
        world.clock.pass(FakeRotatingServer.LIFE.minus(MARGIN).minusMillis(1));

        assertThat(current.of(connection)).isEqualTo(tokens);
        assertNobodyAsked();
    }

    @Test
    void renews_tokens_a_minute_before_their_end() {
        OAuthTokens tokens = world.server.authorize();
        Connection connection = world.connect(tokens);
        world.clock.pass(FakeRotatingServer.LIFE.minus(MARGIN));

        Credential renewed = current.of(connection);

        assertThat(world.server.accepts(renewed)).isTrue();
        assertThat(renewed).isNotEqualTo(tokens);
    }

    @Test
    void gives_tokens_in_their_last_minute_while_somebody_else_renews_them() {
        OAuthTokens tokens = world.server.authorize();
        Connection connection = world.connect(tokens);
        world.clock.pass(FakeRotatingServer.LIFE.minus(MARGIN));
        world.hold();

        assertThat(current.of(connection)).isEqualTo(tokens);
    }

    @Test
    void renews_tokens_that_pinpoint_refused_whatever_their_end() {
        OAuthTokens tokens = world.server.authorize();

        Credential renewed = current.renewed(world.connect(tokens));

        assertThat(world.server.accepts(renewed)).isTrue();
        assertThat(renewed).isNotEqualTo(tokens);
    }

    @Test
    void leaves_it_to_pinpoint_to_refuse_tokens_that_cannot_be_renewed() {
        Credential stale = world.secret().credential();
        world.server.revoke();

        assertThat(current.of(world.connection())).isEqualTo(stale);
        assertThat(current.renewed(world.connection())).isEqualTo(stale);
        assertThat(world.server.refusals()).isEqualTo(1);
    }

    @Test
    void says_that_they_cannot_be_renewed_now() {
        world.server.goDown();

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> current.of(world.connection()));
    }

    private void assertNobodyAsked() {
        assertThat(world.server.refreshes() + world.server.refusals()).isZero();
    }
}
