package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static com.hackajob.pinpoint.connection.RefreshWorld.WEBHOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshCredentialTest {

    private final RefreshWorld world = new RefreshWorld();
    private final RefreshCredential refresh = world.refresh(new Moments());
    private final Connection seen = world.connection();
    private final OAuthTokens stale = (OAuthTokens) world.secret().credential();

    @Test
    void stores_new_tokens_beside_the_webhook_secret_and_has_the_row_name_them() {
        Credential renewed = refresh.refresh(seen, stale).orElseThrow();

        assertThat(world.server.accepts(renewed)).isTrue();
        assertThat(world.secret())
                .isEqualTo(new Secret(renewed, WEBHOOKS, Optional.of(new SecretVersion("version-1"))));
        assertThat(world.connection()).isEqualTo(seen.with(new SecretVersion("version-2")));
        assertThat(world.audit.actions()).isEmpty();
        assertThat(world.updates()).isEmpty();
    }

    @Test
    void gives_the_lease_back() {
        refresh.refresh(seen, stale);

        assertThat(world.hold()).isEqualTo(new SecretLease(COMPANY, 2, false));
    }

    @Test
    void asks_nobody_without_a_refresh_token() {
        var without = new OAuthTokens(SUBDOMAIN, "access", Optional.empty(), Optional.empty());

        assertThat(refresh.refresh(seen, without)).isEmpty();
        assertThat(world.server.refusals()).isZero();
    }

    @Test
    void asks_nobody_once_the_refresh_token_is_known_to_be_refused() {
        Connection refused = seen.inAttention(ErrorCode.CREDENTIAL_REJECTED, world.clock.instant());
        world.connections.put(refused);

        assertThat(refresh.refresh(refused, stale)).isEmpty();
        assertThat(world.server.refreshes()).isZero();
    }

    @Test
    void renews_where_the_trouble_is_another() {
        Connection denied = seen.inAttention(ErrorCode.PERMISSION_MISSING, world.clock.instant());
        world.connections.put(denied);

        assertThat(world.server.accepts(refresh.refresh(denied, stale).orElseThrow()))
                .isTrue();
        assertThat(world.connection()).isEqualTo(denied.with(new SecretVersion("version-2")));
    }

    @Test
    void takes_what_is_there_when_the_row_has_gone_on() {
        Credential first = refresh.refresh(seen, stale).orElseThrow();

        assertThat(refresh.refresh(seen, stale)).contains(first);
        assertThat(world.server.refreshes()).isEqualTo(1);
        assertThat(world.hold().isInherited()).isFalse();
    }

    @Test
    void finds_nothing_once_the_connection_is_ended() {
        world.connections.put(seen.disconnected(world.clock.instant()));

        assertThat(refresh.refresh(seen, stale)).isEmpty();
        assertThat(world.server.refreshes()).isZero();
        assertThat(world.hold().isInherited()).isFalse();
    }
}
