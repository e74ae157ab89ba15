package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MASTER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ended;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What changing the settings leaves. */
class ChangeSettingsTest {

    private static final Settings WANTED = new Settings("direct", "our board", true);
    private static final Settings OTHERS = new Settings("event", "our fair", false);

    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryConnections store = new InMemoryConnections(
            new InMemoryConnectSessions(), new InMemorySecretLeases(), audit, new InMemoryOutbox());
    private final InterruptedConnections connections = new InterruptedConnections(store);
    private final ChangeSettings changeSettings =
            new ChangeSettings(connections, new Auditor(new SplittableRandom(7), new SettableClock()));

    @Test
    void sets_what_is_wanted_and_nothing_else() {
        store.put(aConnection());

        assertThat(changeSettings.change(MASTER, WANTED)).contains(aConnection().with(WANTED));

        assertThat(store.find(COMPANY)).contains(aConnection().with(WANTED));
    }

    @Test
    void writes_down_who_set_it() {
        store.put(aConnection());

        changeSettings.change(MASTER, WANTED);

        assertThat(audit.entries())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(new AuditEntry(
                        "", COMPANY, START, Actor.user(MASTER.user()), Action.SETTINGS_CHANGED, Optional.empty()));
    }

    @Test
    void what_is_set_already_is_not_written_again() {
        store.put(aConnection().with(WANTED));

        assertThat(changeSettings.change(MASTER, WANTED)).contains(aConnection().with(WANTED));

        assertThat(connections.saves()).isZero();
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void a_connection_that_needs_attention_has_settings_as_well() {
        Connection broken = aConnection().inAttention(ErrorCode.API_DISABLED, START);
        store.put(broken);

        assertThat(changeSettings.change(MASTER, WANTED)).contains(broken.with(WANTED));
    }

    @Test
    void there_is_nothing_to_set_without_a_connection() {
        assertThat(changeSettings.change(MASTER, WANTED)).isEmpty();

        store.put(ended());
        assertThat(changeSettings.change(MASTER, WANTED)).isEmpty();

        assertThat(store.find(COMPANY)).contains(ended());
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void of_two_users_at_once_the_later_ones_stay() {
        store.put(aConnection());
        connections.beforeNextSave(() -> changeSettings.change(MASTER, OTHERS));

        changeSettings.change(MASTER, WANTED);

        assertThat(store.find(COMPANY)).contains(aConnection().with(OTHERS).with(WANTED));
        assertThat(audit.actions()).containsExactly(Action.SETTINGS_CHANGED, Action.SETTINGS_CHANGED);
    }

    @Test
    void a_webhook_in_the_meantime_stays() {
        Connection seen = aConnection().with(Webhook.NONE.seen(START));
        store.put(aConnection());
        connections.beforeNextSave(() -> store.put(seen));

        assertThat(changeSettings.change(MASTER, WANTED)).contains(seen.with(WANTED));
    }

    @Test
    void a_connection_that_was_ended_in_the_meantime_stays_ended() {
        store.put(aConnection());
        connections.beforeNextSave(() -> store.put(ended()));

        assertThat(changeSettings.change(MASTER, WANTED)).isEmpty();

        assertThat(store.find(COMPANY)).contains(ended());
    }
}
