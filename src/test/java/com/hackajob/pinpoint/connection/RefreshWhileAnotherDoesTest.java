package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody else holds the lease. */
class RefreshWhileAnotherDoesTest {

    private final RefreshWorld world = new RefreshWorld();
    private final RefreshCredential refresh = world.refresh(new Moments());
    private final Connection seen = world.connection();
    private final OAuthTokens stale = (OAuthTokens) world.secret().credential();

    @Test
    void the_old_token_is_used_as_long_as_it_is_good() {
        Connection fresh = world.connect(world.server.authorize());
        OAuthTokens old = (OAuthTokens) world.secret().credential();
        world.clock.pass(FakeRotatingServer.LIFE.minusMillis(1));
        world.hold();

        assertThat(refresh.refresh(fresh, old)).contains(old);
        assertThat(world.pauses).isEmpty();
    }

    @Test
    void an_old_token_that_pinpoint_refused_is_not_used_however_long_it_is_good() {
        Connection fresh = world.connect(world.server.authorize());
        OAuthTokens old = (OAuthTokens) world.secret().credential();
        SecretLease lease = world.hold();
        world.whileWaiting(() -> finish(lease, fresh));

        assertThat(refresh.replace(fresh, old))
                .contains(world.secret().credential())
                .isNotEqualTo(Optional.of(old));
    }

    @Test
    void what_the_other_made_is_waited_for() {
        SecretLease lease = world.hold();
        world.whileWaiting(() -> world.whileWaiting(() -> finish(lease, seen)));

        Optional<Credential> got = refresh.refresh(seen, stale);

        assertThat(got).contains(world.secret().credential());
        assertThat(world.server.accepts(got.orElseThrow())).isTrue();
        assertThat(world.server.refreshes()).isEqualTo(1);
        assertThat(world.pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250));
    }

    @Test
    void a_lease_that_is_given_back_without_a_change_is_taken() {
        SecretLease lease = world.hold();
        world.whileWaiting(() -> world.leases.release(lease));

        assertThat(world.server.accepts(refresh.refresh(seen, stale).orElseThrow()))
                .isTrue();
        assertThat(world.pauses).hasSize(1);
    }

    @Test
    void after_five_seconds_it_is_an_outage_that_says_when_to_come_back() {
        world.hold();

        assertThatExceptionOfType(Outage.class)
                .isThrownBy(() -> refresh.refresh(seen, stale))
                .satisfies(outage -> {
                    assertThat(outage.code()).isEqualTo(ErrorCode.PINPOINT_UNAVAILABLE);
                    assertThat(outage.retryAfter()).contains(Duration.ofSeconds(5));
                });
        assertThat(world.pauses).isEqualTo(Collections.nCopies(20, Duration.ofMillis(250)));
        assertThat(world.connection()).isEqualTo(seen);
    }

    private void finish(SecretLease lease, Connection from) {
        Secret secret = world.credentials.read(from);
        String token = ((OAuthTokens) secret.credential()).refreshToken().orElseThrow();
        OAuthTokens next = ((OAuthServer.Refresh.Refreshed) world.server.refresh(SUBDOMAIN, token)).tokens();
        SecretVersion version =
                world.credentials.put(COMPANY, secret.refreshed(next, from.secret()), new PutToken("other"));
        world.connections.save(Change.of(from, from.with(version)).under(lease));
    }
}
