package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MASTER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionOf;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aLink;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ending a connection leaves; what is left when the process dies meanwhile is in {@link ConnectingSurvivesCrashesTest}. */
class EndConnectionTest {

    private final SettableClock clock = new SettableClock();
    private final SplittableRandom random = new SplittableRandom(7);
    private final FakeCredentials credentials = new FakeCredentials().keep(anApiKey());
    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryConnections store =
            new InMemoryConnections(sessions, new InMemorySecretLeases(), audit, new InMemoryOutbox());
    private final InterruptedConnections connections = new InterruptedConnections(store);
    private final EndConnection endConnection =
            new EndConnection(connections, credentials, new Auditor(random, clock), clock);

    @BeforeEach
    void connect() {
        store.put(aConnection());
    }

    @Test
    void ends_the_connection_and_deletes_the_credential() {
        Connection ended = aConnection().disconnected(START).withoutSecret(START);

        assertThat(endConnection.end(MASTER)).contains(ended);

        assertThat(store.find(COMPANY)).contains(ended);
        assertThat(store.usable(COMPANY)).isEmpty();
        assertThat(store.due(START.plus(Duration.ofDays(365)))).isEmpty();
        assertThat(credentials.isDeleted(COMPANY)).isTrue();
    }

    @Test
    void writes_down_who_ended_it() {
        endConnection.end(MASTER);

        assertThat(audit.entries())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(new AuditEntry(
                        "", COMPANY, START, Actor.user(MASTER.user()), Action.DISCONNECTED, Optional.empty()));
    }

    @Test
    void keeps_the_settings_and_forgets_the_webhook() {
        var settings = new Settings("direct", "our board", true);
        store.put(aConnection().with(settings).with(Webhook.NONE.withSecret().seen(START)));

        Connection ended = endConnection.end(MASTER).orElseThrow();

        assertThat(ended.settings()).isEqualTo(settings);
        assertThat(ended.webhook()).isEqualTo(Webhook.NONE);
    }

    @Test
    void ends_a_connection_that_needs_attention() {
        Connection broken = aConnection().inAttention(ErrorCode.CREDENTIAL_REJECTED, START);
        store.put(broken);

        assertThat(endConnection.end(MASTER))
                .contains(broken.disconnected(START).withoutSecret(START));
    }

    @Test
    void ending_it_again_changes_nothing() {
        Optional<Connection> ended = endConnection.end(MASTER);
        clock.pass(Duration.ofHours(1));

        assertThat(endConnection.end(MASTER)).isEqualTo(ended);

        assertThat(store.find(COMPANY)).isEqualTo(ended);
        assertThat(audit.actions()).containsExactly(Action.DISCONNECTED);
    }

    @Test
    void there_is_nothing_to_end_where_the_company_was_never_connected() {
        var stranger = new Caller(OTHER_COMPANY, MASTER.user(), true);

        assertThat(endConnection.end(stranger)).isEmpty();
        endConnection.cleanUp(OTHER_COMPANY);

        assertThat(credentials.isDeleted(OTHER_COMPANY)).isFalse();
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void leaves_other_companies_connected() {
        store.put(aConnectionOf(OTHER_COMPANY));

        endConnection.end(MASTER);

        assertThat(store.find(OTHER_COMPANY)).contains(aConnectionOf(OTHER_COMPANY));
        assertThat(credentials.isDeleted(OTHER_COMPANY)).isFalse();
    }

    @Test
    void a_check_or_a_webhook_in_the_meantime_does_not_keep_it_alive() {
        Connection seen = aConnection().with(Webhook.NONE.seen(START));
        connections.beforeNextSave(() -> store.put(seen));

        assertThat(endConnection.end(MASTER)).contains(seen.disconnected(START).withoutSecret(START));

        assertThat(audit.actions()).containsExactly(Action.DISCONNECTED);
    }

    @Test
    void of_two_users_who_end_it_at_once_both_find_it_ended_and_one_is_written_down() {
        connections.beforeNextSave(() -> endConnection.end(MASTER));

        assertThat(endConnection.end(MASTER)).isEqualTo(store.find(COMPANY));

        assertThat(store.find(COMPANY))
                .contains(aConnection().disconnected(START).withoutSecret(START));
        assertThat(audit.actions()).containsExactly(Action.DISCONNECTED);
    }

    @Test
    void ending_it_again_deletes_a_credential_that_was_left() {
        store.put(aConnection().disconnected(START));

        assertThat(endConnection.end(MASTER))
                .contains(aConnection().disconnected(START).withoutSecret(START));

        assertThat(credentials.isDeleted(COMPANY)).isTrue();
    }

    @Test
    void cleaning_up_deletes_the_credential_of_a_connection_that_was_ended_and_keeps_when_that_was() {
        Connection left = aConnection().disconnected(START);
        store.put(left);
        clock.pass(Duration.ofMinutes(3));

        endConnection.cleanUp(COMPANY);

        assertThat(credentials.isDeleted(COMPANY)).isTrue();
        assertThat(store.find(COMPANY)).contains(left.withoutSecret(START));
    }

    @Test
    void cleaning_up_leaves_a_connection_alone_that_has_not_ended() {
        endConnection.cleanUp(COMPANY);
        assertThat(store.find(COMPANY)).contains(aConnection());

        Connection broken = aConnection().inAttention(ErrorCode.API_DISABLED, START);
        store.put(broken);
        endConnection.cleanUp(COMPANY);
        assertThat(store.find(COMPANY)).contains(broken);

        assertThat(credentials.isDeleted(COMPANY)).isFalse();
    }

    @Test
    void connecting_again_keeps_id_and_settings_and_is_looked_after_at_once() {
        var settings = new Settings("direct", "our board", true);
        store.put(aConnection().with(settings));
        Connection ended = endConnection.end(MASTER).orElseThrow();
        sessions.save(aSession());

        Connection again = connect(anApiKey());

        assertThat(again).isEqualTo(ended.relinked(aLink(anApiKey(), 1, "version-2")));
        assertThat(again.id()).isEqualTo(aConnection().id());
        assertThat(again.settings()).isEqualTo(settings);
        assertThat(again.upkeep()).isEqualTo(new Upkeep(Optional.of(START), true));
        assertThat(store.due(START)).containsExactly(COMPANY);
        assertThat(credentials.isDeleted(COMPANY)).isFalse();
    }

    private Connection connect(Credential credential) {
        var completeConnection = new CompleteConnection(
                new FakePinpointAccounts(),
                credentials,
                store,
                sessions,
                audit,
                new Auditor(random, clock),
                random,
                clock);
        var outcome = completeConnection.complete(aSession().tokenHash(), credential, false);
        return ((Connected) outcome).connection();
    }
}
