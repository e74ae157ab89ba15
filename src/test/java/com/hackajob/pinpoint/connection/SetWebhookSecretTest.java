package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.USER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionToAnotherAccount;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionWith;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSessionWith;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What storing a webhook's signing secret does, alone and beside others who change the same secret. */
class SetWebhookSecretTest {

    private static final SecretVersion FIRST = new SecretVersion("version-1");
    private static final SecretVersion SECOND = new SecretVersion("version-2");
    private static final Duration LEASE = RefreshCredential.LEASE;

    private final SettableClock clock = new SettableClock();
    private final SplittableRandom random = new SplittableRandom(7);
    private final FakeCredentials credentials = new FakeCredentials().keep(anApiKey());
    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final InMemorySecretLeases leases = new InMemorySecretLeases();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryConnections store = new InMemoryConnections(sessions, leases, audit, new InMemoryOutbox());
    private final InterruptedConnections connections = new InterruptedConnections(store);
    private final SetWebhookSecret setWebhookSecret =
            new SetWebhookSecret(credentials, connections, sessions, leases, new Auditor(random, clock), random, clock);

    @BeforeEach
    void start() {
        store.put(aConnection());
        sessions.save(aSessionWith(LINK, Step.WEBHOOK));
    }

    @Test
    void stores_the_secret_beside_the_credential_and_the_connection_names_it() {
        var connected = (Connected) set("one");

        Connection expected = aConnection().with(SECOND).with(Webhook.NONE.withSecret());
        assertThat(connected.connection().link()).isEqualTo(expected.link());
        assertThat(connected.connection().webhook()).isEqualTo(expected.webhook());
        assertThat(store.find(COMPANY)).contains(connected.connection());
        assertThat(stored()).isEqualTo(new Secret(anApiKey(), WebhookSecrets.NONE.replacedBy("one", START)));
        assertThat(leases.acquire(COMPANY, START, LEASE)).contains(new SecretLease(COMPANY, 2, false));
    }

    @Test
    void writes_down_that_it_was_done_with_a_link() {
        set("one");

        assertThat(audit.entries())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(new AuditEntry(
                        "", COMPANY, START, Actor.link(USER), Action.WEBHOOK_SECRET_REPLACED, Optional.empty()));
    }

    @Test
    void goes_on_with_a_new_link_that_ends_when_the_one_before_would_have() {
        clock.pass(Duration.ofMinutes(20));

        var connected = (Connected) set("one");

        assertThat(sessions.find(connected.next().hash(), clock.instant()))
                .contains(aSessionWith(connected.next(), Step.WEBHOOK));
        assertThat(aSessionWith(connected.next(), Step.WEBHOOK).expiresAt())
                .isEqualTo(aSession().expiresAt());
        assertThat(sessions.find(LINK.hash(), clock.instant())).isEmpty();
        assertThat(sessions.size()).isEqualTo(1);
    }

    @Test
    void a_link_stores_one_secret_and_the_next_link_another() {
        var connected = (Connected) set("one");

        assertThat(set("two")).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));
        assertThat(setWebhookSecret.set(connected.next(), "two")).isInstanceOf(Connected.class);

        assertThat(stored().webhooks().current()).contains("two");
    }

    @Test
    void accepts_the_new_secret_at_once_and_the_one_before_for_a_day_and_not_a_moment_longer() {
        keepWebhookSecret("old");
        clock.pass(Duration.ofMinutes(10));

        set("new");

        WebhookSecrets webhooks = stored().webhooks();
        var end = clock.instant().plus(Duration.ofHours(24));
        assertThat(webhooks.accepted(clock.instant())).containsExactly("new", "old");
        assertThat(webhooks.accepted(end.minusNanos(1))).containsExactly("new", "old");
        assertThat(webhooks.accepted(end)).containsExactly("new");
    }

    @Test
    void the_same_secret_again_changes_neither_the_secrets_nor_how_long_the_one_before_is_accepted() {
        var rotating = WebhookSecrets.NONE.replacedBy("old", START).replacedBy("new", START);
        credentials.put(COMPANY, new Secret(anApiKey(), rotating), new PutToken("arranged"));
        store.put(aConnection().with(SECOND).with(Webhook.NONE.withSecret()));
        clock.pass(Duration.ofMinutes(10));

        assertThat(set("new")).isInstanceOf(Connected.class);

        assertThat(stored()).isEqualTo(new Secret(anApiKey(), rotating));
    }

    @Test
    void a_link_of_the_step_before_stores_nothing() {
        sessions.save(aSessionWith(LINK, Step.ACCOUNT));

        assertNothingIsStored(ErrorCode.SESSION_EXPIRED);
    }

    @Test
    void a_link_that_has_expired_stores_nothing() {
        clock.pass(Duration.ofMinutes(30));

        assertNothingIsStored(ErrorCode.SESSION_EXPIRED);
    }

    @Test
    void a_link_that_was_tried_too_often_is_of_no_more_use() {
        for (int attempt = 0; attempt < ConnectSessions.MOST_ATTEMPTS; attempt++) {
            sessions.attempt(LINK.hash(), START);
        }

        assertNothingIsStored(ErrorCode.SESSION_EXPIRED);
    }

    @Test
    void there_is_no_webhook_without_a_connection() {
        store.put(ended());

        assertThat(set("one")).isEqualTo(new NotConnected(ErrorCode.NOT_CONNECTED));

        assertThat(store.find(COMPANY)).contains(ended());
        assertThat(credentials.versions()).containsExactly(anApiKey());
    }

    @Test
    void waits_for_whoever_is_renewing_the_credential_and_changes_nothing() {
        leases.acquire(COMPANY, START, LEASE);

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> set("one"));

        assertThat(store.find(COMPANY)).contains(aConnection());
        assertThat(credentials.versions()).containsExactly(anApiKey());
        assertThat(sessions.find(LINK.hash(), START)).contains(aSessionWith(LINK, Step.WEBHOOK));
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void keeps_the_tokens_that_a_refresher_stored_before_it_died() {
        refresherStoresAndDies();

        assertThat(set("one")).isInstanceOf(Connected.class);

        assertThat(stored().credential()).isEqualTo(renewed());
        assertThat(stored().webhooks().current()).contains("one");
    }

    @Test
    void keeps_the_rows_credential_where_a_refresher_died_before_it_stored_any() {
        store.put(aConnectionWith(new SecretVersion("version-2")));
        credentials.keep(FakeOAuthServer.tokens(SUBDOMAIN));
        leases.acquire(COMPANY, START, LEASE);
        clock.pass(LEASE);

        assertThat(set("one")).isInstanceOf(Connected.class);

        assertThat(stored().credential()).isEqualTo(FakeOAuthServer.tokens(SUBDOMAIN));
    }

    @Test
    void what_it_stored_on_top_of_a_dead_refreshers_tokens_still_follows_the_version_that_the_row_names() {
        refresherStoresAndDies();
        connections.beforeNextSave(() -> sessions.consume(aSessionWith(LINK, Step.WEBHOOK)));

        assertThat(set("one")).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));

        var left = credentials.newest(COMPANY).orElseThrow().secret();
        assertThat(left.credential()).isEqualTo(renewed());
        assertThat(left.replaces()).contains(SECOND);
    }

    @Test
    void whoever_comes_after_a_link_that_was_used_up_meanwhile_needs_not_wait_but_looks_first() {
        connections.beforeNextSave(() -> sessions.consume(aSessionWith(LINK, Step.WEBHOOK)));

        assertThat(set("one")).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));

        assertThat(store.find(COMPANY)).contains(aConnection());
        assertThat(leases.acquire(COMPANY, START, LEASE)).contains(new SecretLease(COMPANY, 2, true));
    }

    @Test
    void a_check_or_a_webhook_in_the_meantime_stays_and_so_does_the_secret() {
        connections.beforeNextSave(() -> store.put(aConnection().inAttention(ErrorCode.API_DISABLED, START)));

        var connected = (Connected) set("one");

        assertThat(connected.connection().status()).isEqualTo(new Status.Attention(ErrorCode.API_DISABLED, START));
        assertThat(connected.connection().secret()).isEqualTo(SECOND);
        assertThat(store.find(COMPANY)).contains(connected.connection());
        assertThat(credentials.versions()).hasSize(2);
    }

    @Test
    void gives_way_to_another_account_that_was_connected_in_the_meantime() {
        connections.beforeNextSave(() -> store.put(aConnectionToAnotherAccount()));

        assertThat(set("one")).isEqualTo(new NotConnected(ErrorCode.ALREADY_CONNECTED));

        assertThat(store.find(COMPANY)).contains(aConnectionToAnotherAccount());
        assertThat(sessions.find(LINK.hash(), START)).isPresent();
        assertThat(leases.acquire(COMPANY, START, LEASE)).contains(new SecretLease(COMPANY, 2, false));
    }

    @Test
    void a_connection_that_was_ended_in_the_meantime_stays_ended() {
        connections.beforeNextSave(() -> store.put(ended()));

        assertThat(set("one")).isEqualTo(new NotConnected(ErrorCode.NOT_CONNECTED));

        assertThat(store.find(COMPANY)).contains(ended());
        assertThat(leases.acquire(COMPANY, START, LEASE)).contains(new SecretLease(COMPANY, 2, false));
    }

    @Test
    void a_connection_that_was_ended_while_the_lease_was_awaited_stays_ended() {
        var late = new SetWebhookSecret(
                credentials, connections, sessions, endingLeases(), new Auditor(random, clock), random, clock);

        assertThat(late.set(LINK, "one")).isEqualTo(new NotConnected(ErrorCode.NOT_CONNECTED));

        assertThat(store.find(COMPANY)).contains(ended());
        assertThat(credentials.versions()).containsExactly(anApiKey());
        assertThat(leases.acquire(COMPANY, START, LEASE)).contains(new SecretLease(COMPANY, 2, false));
    }

    @Test
    void gives_way_to_whoever_took_the_lease_over() {
        connections.beforeNextSave(() -> {
            clock.pass(LEASE);
            leases.acquire(COMPANY, clock.instant(), LEASE);
        });

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> set("one"));

        assertThat(store.find(COMPANY)).contains(aConnection());
        assertThat(sessions.find(LINK.hash(), START)).isPresent();
    }

    /** The row names the tokens of version 2; a dead refresher left those of version 3. */
    private void refresherStoresAndDies() {
        Connection before = aConnectionWith(SECOND);
        credentials.keep(FakeOAuthServer.tokens(SUBDOMAIN));
        store.put(before);
        leases.acquire(COMPANY, START, LEASE);
        credentials.put(COMPANY, credentials.read(before).refreshed(renewed(), SECOND), new PutToken("refresh"));
        clock.pass(LEASE);
    }

    private static OAuthTokens renewed() {
        return new OAuthTokens(SUBDOMAIN, "renewed", Optional.of("next"), Optional.empty());
    }

    private void keepWebhookSecret(String secret) {
        var webhooks = WebhookSecrets.NONE.replacedBy(secret, START);
        credentials.put(COMPANY, new Secret(anApiKey(), webhooks), new PutToken("arranged"));
        store.put(aConnection().with(SECOND).with(Webhook.NONE.withSecret()));
    }

    private void assertNothingIsStored(ErrorCode code) {
        assertThat(set("one")).isEqualTo(new NotConnected(code));
        assertThat(store.find(COMPANY)).contains(aConnection());
        assertThat(aConnection().secret()).isEqualTo(FIRST);
        assertThat(credentials.versions()).isEqualTo(List.of(anApiKey()));
        assertThat(audit.entries()).isEmpty();
    }

    private ConnectOutcome set(String secret) {
        return setWebhookSecret.set(LINK, secret);
    }

    private Secret stored() {
        return credentials.read(store.find(COMPANY).orElseThrow());
    }

    /** Leases that somebody ends the connection just before. */
    private SecretLeases endingLeases() {
        return new SecretLeases() {
            @Override
            public Optional<SecretLease> acquire(CompanyId company, Instant now, Duration length) {
                store.put(ended());
                return leases.acquire(company, now, length);
            }

            @Override
            public void abandon(SecretLease lease) {
                leases.abandon(lease);
            }

            @Override
            public void release(SecretLease lease) {
                leases.release(lease);
            }
        };
    }
}
