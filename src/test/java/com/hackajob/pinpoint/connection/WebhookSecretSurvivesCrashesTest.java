package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.SideEffects.moments;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionWith;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static com.hackajob.pinpoint.connection.FakeOAuthServer.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whenever the process dies while a webhook's secret is stored: the administrator submits it again, and it is replaced once. */
class WebhookSecretSurvivesCrashesTest {

    private static final List<String> MOMENTS = moments("attempt", "acquire", "put", "save");

    private final SideEffects effects = new SideEffects();
    private final ConnectWorld world = new ConnectWorld(effects);

    @Test
    void these_are_its_moments() {
        connectedWithWebhookSecret();
        world.setWebhookSecret("new");

        assertThat(effects.moments()).isEqualTo(MOMENTS);
    }

    @ParameterizedTest
    @CsvSource({"before attempt", "after attempt", "before acquire"})
    void before_the_lease_is_taken_the_secret_is_submitted_again_at_once(String moment) {
        connectedWithWebhookSecret();
        world.dieAt(MOMENTS.indexOf(moment), () -> world.setWebhookSecret("new"));

        assertThat(world.setWebhookSecret("new")).isInstanceOf(Connected.class);

        assertTheSecretWasReplacedOnce("version-2");
    }

    @ParameterizedTest
    @CsvSource({
        "after acquire, version-2",
        "before put, version-2",
        "after put, version-3",
        "before save, version-3",
    })
    void under_the_lease_the_secret_is_submitted_again_once_that_has_run_out(String moment, String version) {
        connectedWithWebhookSecret();
        world.dieAt(MOMENTS.indexOf(moment), () -> world.setWebhookSecret("new"));
        assertThat(world.row()).isEqualTo(aConnection().with(Webhook.NONE.withSecret()));

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> world.setWebhookSecret("new"));
        world.clock.pass(RefreshCredential.LEASE);
        assertThat(world.setWebhookSecret("new")).isInstanceOf(Connected.class);

        assertTheSecretWasReplacedOnce(version);
    }

    @Test
    void once_the_row_names_the_new_secret_the_link_is_used_up() {
        connectedWithWebhookSecret();
        world.dieAt(MOMENTS.indexOf("after save"), () -> world.setWebhookSecret("new"));

        assertThat(world.setWebhookSecret("new")).isNotInstanceOf(Connected.class);

        assertTheSecretWasReplacedOnce("version-2");
        assertThat(world.leases.acquire(COMPANY, START, RefreshCredential.LEASE))
                .contains(new SecretLease(COMPANY, 2, false));
    }

    @Test
    void tokens_that_a_dead_refresher_left_survive_the_death_of_whoever_stores_a_secret_on_top_of_them() {
        Connection before = refresherStoresAndDies();
        world.dieAt(MOMENTS.indexOf("after put"), () -> world.setWebhookSecret("new"));
        world.clock.pass(RefreshCredential.LEASE);

        assertThat(refresh(before)).contains(renewed());

        assertThat(world.secret().credential()).isEqualTo(renewed());
        assertThat(world.row().status()).isEqualTo(new Status.Active());
    }

    private Connection refresherStoresAndDies() {
        Connection before = aConnectionWith(new SecretVersion("version-1"));
        world.credentials.keep(tokens(SUBDOMAIN));
        world.connections.put(before);
        world.open(Step.WEBHOOK);
        world.leases.acquire(COMPANY, START, RefreshCredential.LEASE);
        world.credentials.put(
                COMPANY,
                world.secret().refreshed(renewed(), new SecretVersion("version-1")),
                new Credentials.PutToken("refresh"));
        world.clock.pass(RefreshCredential.LEASE);
        return before;
    }

    private static OAuthTokens renewed() {
        return new OAuthTokens(SUBDOMAIN, "renewed", Optional.of("next"), Optional.empty());
    }

    /** By a server that has seen the old token once and does not take it again. */
    private Optional<Credential> refresh(Connection seen) {
        var health =
                new RecordHealth(world.connections, new Auditor(new SplittableRandom(7), world.clock), world.clock);
        return new RefreshCredential(
                        new FakeOAuthServer(),
                        world.credentials,
                        world.connections,
                        world.leases,
                        health,
                        _ -> {},
                        world.clock)
                .refresh(seen, tokens(SUBDOMAIN));
    }

    private void connectedWithWebhookSecret() {
        world.credentials.put(
                COMPANY,
                new Secret(anApiKey(), WebhookSecrets.NONE.replacedBy("old", START)),
                new Credentials.PutToken("arranged"));
        world.connections.put(aConnection().with(Webhook.NONE.withSecret()));
        world.open(Step.WEBHOOK);
    }

    private void assertTheSecretWasReplacedOnce(String version) {
        WebhookSecrets expected = WebhookSecrets.NONE.replacedBy("old", START).replacedBy("new", world.clock.instant());
        assertThat(world.row().secret()).isEqualTo(new SecretVersion(version));
        assertThat(world.secret()).isEqualTo(new Secret(anApiKey(), expected));
        assertThat(world.sessions.find(LINK.hash(), START)).isEmpty();
        assertThat(world.sessions.size()).isEqualTo(1);
        assertThat(world.audit.actions()).containsExactly(Action.WEBHOOK_SECRET_REPLACED);
    }
}
