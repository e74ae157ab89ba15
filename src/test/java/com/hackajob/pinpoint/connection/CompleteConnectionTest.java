package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionToAnotherAccount;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aLink;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKeyOfAnotherAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.PinpointAccounts.Probe;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompleteConnectionTest {

    private final SettableClock clock = new SettableClock();
    private final FakePinpointAccounts accounts = new FakePinpointAccounts();
    private final FakeCredentials credentials = new FakeCredentials();
    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryConnections connections =
            new InMemoryConnections(sessions, new InMemorySecretLeases(), audit, outbox);
    private final SplittableRandom random = new SplittableRandom(7);
    private final CompleteConnection completeConnection = new CompleteConnection(
            accounts, credentials, connections, sessions, audit, new Auditor(random, clock), random, clock);

    @BeforeEach
    void start() {
        sessions.save(aSession());
    }

    @Test
    void connects_with_the_credential_that_the_secret_now_holds() {
        Connected connected = (Connected) complete(anApiKey());

        var expected = Connection.first(connected.connection().id(), aLink(anApiKey(), 1, "version-1"));
        assertThat(connected.connection()).isEqualTo(expected);
        assertThat(connections.find(COMPANY)).contains(expected);
        assertThat(credentials.read(expected)).isEqualTo(new Secret(anApiKey(), WebhookSecrets.NONE));
        assertThat(audit.actions()).containsExactly(Action.CONNECTED);
    }

    @Test
    void goes_on_with_a_link_for_the_webhook_that_lasts_half_an_hour() {
        clock.pass(Duration.ofMinutes(29));

        Connected connected = (Connected) complete(anApiKey());

        var end = START.plus(Duration.ofMinutes(59));
        assertThat(sessions.find(connected.next().hash(), clock.instant()))
                .contains(aSession().followedBy(connected.next().hash(), clock.instant(), end));
        assertThat(sessions.find(LINK.hash(), clock.instant())).isEmpty();
    }

    @Test
    void a_link_from_before_the_company_connected_connects_no_more() {
        clock.pass(Duration.ofMinutes(1));
        var connected = aConnection().relinked(aLinkSince(clock.instant()));
        connections.put(connected);

        assertThat(completeConnection.complete(LINK.hash(), anApiKeyOfAnotherAccount(), true))
                .isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));
        assertThat(connections.find(COMPANY)).contains(connected);
    }

    @Test
    void a_link_from_before_the_company_disconnected_connects_no_more() {
        clock.pass(Duration.ofMinutes(1));
        var ended = aConnection().disconnected(clock.instant());
        connections.put(ended);

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));
        assertThat(connections.find(COMPANY)).contains(ended);
    }

    @Test
    void a_link_connects_once() {
        complete(anApiKey());

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));
        assertThat(credentials.versions()).containsExactly(anApiKey());
    }

    @Test
    void the_link_that_follows_connects_nothing() {
        Connected connected = (Connected) complete(anApiKey());

        assertThat(completeConnection.complete(connected.next().hash(), anApiKey(), true))
                .isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));
    }

    @Test
    void a_link_that_has_expired_does_not_connect() {
        clock.pass(Duration.ofMinutes(30));

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));
        assertThat(credentials.versions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBDOMAIN_UNKNOWN", "CREDENTIAL_REJECTED", "API_DISABLED", "PERMISSION_MISSING"})
    void a_credential_that_does_not_work_changes_nothing_and_the_link_can_be_used_again(ErrorCode code) {
        accounts.refuse(code);

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(code));

        assertThat(credentials.versions()).isEmpty();
        assertThat(connections.find(COMPANY)).isEmpty();
        assertThat(sessions.find(LINK.hash(), START)).contains(aSession());
        assertThat(audit.entries())
                .extracting(AuditEntry::action, AuditEntry::code)
                .containsExactly(tuple(Action.CONNECT_FAILED, Optional.of(code)));
    }

    @Test
    void tells_which_permissions_are_missing() {
        var permissions = List.of(
                new Permission(Permission.JOB_READ, Permission.State.OK),
                new Permission(Permission.APPLICATION_READ, Permission.State.MISSING),
                new Permission(Permission.APPLICATION_WRITE, Permission.State.UNKNOWN));
        accounts.answer(new Probe.NotWorking(ErrorCode.PERMISSION_MISSING, permissions));

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.PERMISSION_MISSING, permissions));
    }

    @Test
    void rings_when_pinpoint_does_not_answer_and_the_link_can_be_used_again() {
        accounts.goDown();

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> complete(anApiKey()));

        assertThat(credentials.versions()).isEmpty();
        assertThat(sessions.find(LINK.hash(), START)).contains(aSession());
        assertThat(audit.entries())
                .extracting(AuditEntry::action, AuditEntry::code)
                .containsExactly(tuple(Action.CONNECT_FAILED, Optional.of(ErrorCode.PINPOINT_UNAVAILABLE)));
    }

    @Test
    void a_link_that_was_tried_too_often_is_of_no_more_use() {
        accounts.refuse(ErrorCode.CREDENTIAL_REJECTED);
        for (int attempt = 0; attempt < ConnectSessions.MOST_ATTEMPTS; attempt++) {
            assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.CREDENTIAL_REJECTED));
        }
        accounts.accept();

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));
        assertThat(accounts.probes()).isEqualTo(ConnectSessions.MOST_ATTEMPTS);
    }

    @Test
    void a_new_credential_for_the_same_account_keeps_what_belongs_to_it() {
        credentials.keep(anApiKey());
        Connection before = aConnection()
                .with(new Settings("direct", "our board", true))
                .with(Webhook.NONE.withSecret().seen(START));
        connections.put(before);

        var tokens = FakeOAuthServer.tokens(SUBDOMAIN);
        var connected = (Connected) complete(tokens);

        assertThat(connected.connection()).isEqualTo(before.relinked(aLink(tokens, 1, "version-2")));
        assertThat(connected.connection().id()).isEqualTo(before.id());
        assertThat(connected.connection().webhook()).isEqualTo(before.webhook());
        assertThat(audit.actions()).containsExactly(Action.CREDENTIAL_REPLACED);
    }

    @Test
    void a_new_credential_keeps_the_webhooks_secrets() {
        var webhooks = WebhookSecrets.NONE.replacedBy("old", START).replacedBy("new", START);
        credentials.put(COMPANY, new Secret(anApiKey(), webhooks), new PutToken("token"));
        connections.put(aConnection().with(Webhook.NONE.withSecret()));

        var connected = (Connected) complete(new Credential.ApiKey(SUBDOMAIN, "key-2"));

        assertThat(credentials.read(connected.connection()).webhooks()).isEqualTo(webhooks);
    }

    @Test
    void mends_a_connection_that_needed_attention() {
        connections.put(aConnection().inAttention(ErrorCode.CREDENTIAL_REJECTED, START));

        var connected = (Connected) complete(anApiKey());

        assertThat(connected.connection().status()).isEqualTo(new Status.Active());
        assertThat(connected.connection().upkeep()).isEqualTo(Upkeep.drainAt(START));
        assertThat(outbox.pending(START))
                .containsExactly(new Update(
                        "company-1~connection~3",
                        Update.Kind.CONNECTION_RESTORED,
                        Update.Subject.of(COMPANY),
                        Optional.empty(),
                        START));
    }

    @Test
    void tells_nothing_of_a_connection_that_needed_nobody() {
        connections.put(aConnection());

        complete(anApiKey());

        assertThat(outbox.pending(START)).isEmpty();
    }

    @Test
    void another_account_is_not_taken_without_being_confirmed() {
        connections.put(aConnection());

        assertThat(complete(anApiKeyOfAnotherAccount())).isEqualTo(new NotConnected(ErrorCode.ALREADY_CONNECTED));

        assertThat(connections.find(COMPANY)).contains(aConnection());
        assertThat(credentials.versions()).isEmpty();
    }

    @Test
    void another_account_counts_as_the_next_generation_once_confirmed() {
        credentials.keep(anApiKey());
        Connection before = aConnection().with(Webhook.NONE.withSecret());
        connections.put(before);

        var connected = (Connected) completeConnection.complete(LINK.hash(), anApiKeyOfAnotherAccount(), true);

        assertThat(connected.connection())
                .isEqualTo(before.relinked(aLink(anApiKeyOfAnotherAccount(), 2, "version-2")));
        assertThat(connected.connection().webhook()).isEqualTo(Webhook.NONE);
        assertThat(audit.actions()).containsExactly(Action.ACCOUNT_CHANGED);
    }

    @Test
    void an_ended_connection_is_taken_up_again_with_its_ids() {
        Connection ended = aConnection().disconnected(START).withoutSecret(START);
        connections.put(ended);

        var connected = (Connected) complete(anApiKey());

        assertThat(connected.connection()).isEqualTo(ended.relinked(aLink(anApiKey(), 1, "version-1")));
        assertThat(connected.connection().id()).isEqualTo(aConnection().id());
    }

    @Test
    void gives_way_when_another_link_connected_in_the_meantime() {
        accounts.meanwhile(() -> connections.put(aConnectionToAnotherAccount()));

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.ALREADY_CONNECTED));

        assertThat(connections.find(COMPANY)).contains(aConnectionToAnotherAccount());
    }

    @Test
    void a_check_or_a_webhook_in_the_meantime_is_no_other_connection() {
        connections.put(aConnection());
        accounts.meanwhile(() -> connections.put(aConnection().with(Webhook.NONE.seen(START))));

        var connected = (Connected) complete(anApiKey());

        assertThat(connections.find(COMPANY)).contains(connected.connection());
        assertThat(connected.connection().webhook()).isEqualTo(Webhook.NONE.seen(START));
    }

    @Test
    void gives_way_when_the_same_link_was_submitted_twice_and_the_other_was_faster() {
        accounts.meanwhile(() -> {
            accounts.meanwhile(() -> {});
            complete(anApiKey());
        });

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));

        assertThat(connections.find(COMPANY).orElseThrow().link()).isEqualTo(aLink(anApiKey(), 1, "version-1"));
    }

    @Test
    void confirming_does_no_harm_where_nothing_is_connected() {
        var connected = (Connected) completeConnection.complete(LINK.hash(), anApiKeyOfAnotherAccount(), true);

        assertThat(connected.connection().link()).isEqualTo(aLink(anApiKeyOfAnotherAccount(), 1, "version-1"));
    }

    private ConnectOutcome complete(Credential credential) {
        return completeConnection.complete(LINK.hash(), credential, false);
    }

    private static Link aLinkSince(Instant since) {
        Link link = aLink(anApiKey(), 1, "version-1");
        return new Link(
                link.subdomain(),
                link.generation(),
                link.kind(),
                link.secret(),
                link.permissions(),
                link.connectedBy(),
                since);
    }
}
