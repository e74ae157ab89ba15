package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static com.hackajob.pinpoint.connection.RefreshWorld.WEBHOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Others change the connection while it is renewed. */
class RefreshMeanwhileTest {

    private final RefreshWorld world = new RefreshWorld();
    private final RefreshCredential refresh = world.refresh(new Moments());
    private final Connection seen = world.connection();
    private final OAuthTokens stale = (OAuthTokens) world.secret().credential();

    @Test
    void a_check_a_webhook_or_settings_are_kept() {
        var settings = new Settings("paid_job_board", "hackajob UK", true);
        Instant now = world.clock.instant();
        world.server.meanwhile(() -> world.connections.put(world.connection()
                .with(settings)
                .with(seen.webhook().seen(now))
                .with(seen.upkeep().drained().next(now))));

        Credential renewed = refresh.refresh(seen, stale).orElseThrow();

        assertThat(world.connection())
                .isEqualTo(seen.with(settings)
                        .with(seen.webhook().seen(now))
                        .with(seen.upkeep().drained().next(now))
                        .with(new SecretVersion("version-2")));
        assertThat(world.secret().credential()).isEqualTo(renewed);
        assertThat(world.secret().webhooks()).isEqualTo(WEBHOOKS);
        assertThat(world.hold().isInherited()).isFalse();
    }

    @Test
    void a_webhook_secret_waits_for_the_lease() {
        world.server.meanwhile(() -> assertThatExceptionOfType(Outage.class)
                .isThrownBy(() -> world.setWebhookSecret("another", new Moments())));
        Credential renewed = refresh.refresh(seen, stale).orElseThrow();

        world.setWebhookSecret("another", new Moments());

        assertThat(world.secret().credential()).isEqualTo(renewed);
        assertThat(world.secret().webhooks()).isEqualTo(WEBHOOKS.replacedBy("another", world.clock.instant()));
    }

    @Test
    void a_new_connection_wins() {
        world.server.meanwhile(() -> world.connect(anApiKey()));

        assertThat(refresh.refresh(seen, stale)).contains(anApiKey());
        assertThat(world.secret().credential()).isEqualTo(anApiKey());
        assertThat(world.hold().isInherited()).isFalse();
    }

    @Test
    void the_end_of_the_connection_stays_its_end() {
        Connection ended = seen.disconnected(world.clock.instant());
        world.server.meanwhile(() -> world.connections.put(ended));

        assertThat(refresh.refresh(seen, stale)).isEmpty();
        assertThat(world.connection()).isEqualTo(ended);
    }

    @Test
    void a_lease_that_was_lost_is_no_trouble_where_the_new_holder_found_what_was_stored() {
        var moments = new Moments();
        moments.at(7, () -> {
            world.outlastLease();
            assertThat(refresh.refresh(seen, stale)).isPresent();
        });

        Optional<Credential> got = world.refresh(moments).refresh(seen, stale);

        assertThat(got).contains(world.secret().credential());
        assertThat(world.connection()).isEqualTo(seen.with(new SecretVersion("version-2")));
        assertThat(world.server.refreshes()).isEqualTo(1);
    }
}
