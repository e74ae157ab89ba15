package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The holder before never gave the lease back. */
class RefreshAfterAnotherTest {

    private final RefreshWorld world = new RefreshWorld();
    private final RefreshCredential refresh = world.refresh(new Moments());
    private final Connection seen = world.connection();
    private final OAuthTokens stale = (OAuthTokens) world.secret().credential();

    @Test
    void what_it_stored_is_adopted_without_asking_again() {
        vanishAfterPut();
        Credential left =
                world.credentials.newest(COMPANY).orElseThrow().secret().credential();

        assertThat(refresh.refresh(seen, stale)).contains(left);
        assertThat(world.connection()).isEqualTo(seen.with(new SecretVersion("version-2")));
        assertThat(world.server.accepts(left)).isTrue();
        assertThat(world.server.refreshes()).isEqualTo(1);
        assertThat(world.hold().isInherited()).isFalse();
    }

    @Test
    void the_server_is_asked_where_it_stored_nothing() {
        world.hold();
        world.outlastLease();

        assertThat(world.server.accepts(refresh.refresh(seen, stale).orElseThrow()))
                .isTrue();
    }

    @Test
    void a_version_that_follows_another_is_not_taken_for_what_it_stored() {
        world.credentials.put(
                COMPANY,
                new Secret(anApiKey(), WebhookSecrets.NONE, Optional.of(new SecretVersion("version-0"))),
                new PutToken("of-an-attempt-to-connect-that-failed"));
        world.hold();
        world.outlastLease();

        assertThat(world.server.accepts(refresh.refresh(seen, stale).orElseThrow()))
                .isTrue();
    }

    @Test
    void whoever_knows_an_older_row_leaves_it_to_the_next_to_look() {
        refresh.refresh(seen, stale);
        Connection second = world.connection();
        world.clock.pass(FakeRotatingServer.LIFE);
        vanishAfterPut();

        refresh.refresh(seen, stale);
        Optional<Credential> got =
                refresh.refresh(second, (OAuthTokens) world.secret().credential());

        assertThat(world.server.accepts(got.orElseThrow())).isTrue();
        assertThat(world.server.refreshes()).isEqualTo(2);
        assertThat(world.server.hasRevoked()).isFalse();
    }

    private void vanishAfterPut() {
        var moments = new Moments();
        moments.dieAt(7);
        Connection row = world.connection();
        assertThatExceptionOfType(Moments.Death.class).isThrownBy(() -> world.refresh(moments)
                .refresh(row, (OAuthTokens) world.secret().credential()));
        assertThat(moments.passed()).last().isEqualTo("after put");
        world.outlastLease();
    }
}
