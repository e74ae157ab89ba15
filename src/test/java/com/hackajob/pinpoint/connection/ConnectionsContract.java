package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionOf;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionToAnotherAccount;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionWith;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSessionWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.Connections.Saved;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Connections} does, together with what is written along with a connection. */
public abstract class ConnectionsContract {

    private static final SecretToken NEXT_LINK = new SecretToken("the-next-link");
    private static final SecretToken SECOND_LINK = new SecretToken("the-second-link");
    private static final Duration LEASE = Duration.ofMinutes(1);

    protected abstract Connections connections();

    /** The sessions of the same store. */
    protected abstract ConnectSessions sessions();

    /** The leases of the same store. */
    protected abstract SecretLeases leases();

    protected abstract AuditLog audit();

    protected abstract Outbox outbox();

    static List<Connection> states() {
        Connection connection = aConnection();
        return List.of(
                connection,
                Connection.first(connection.id(), connection.link()),
                connection.with(ConnectionFixtures.permissions(Permission.State.MISSING)),
                connection.with(new Settings("paid_job_board", "hackajob UK", true)),
                connection.with(Webhook.NONE.withSecret().seen(START.plusMillis(7))),
                connection.inAttention(ErrorCode.CREDENTIAL_REJECTED, START.plusSeconds(1)),
                connection.inAttention(ErrorCode.API_DISABLED, START).restored(START.plusSeconds(2)),
                connection.disconnected(START.plusSeconds(3)),
                connection.disconnected(START).withoutSecret(START),
                aConnectionWith(new SecretVersion("version-9")),
                aConnectionToAnotherAccount());
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_connection_reads_back_as_it_was_written(Connection connection) {
        connections().save(Change.first(connection));

        assertThat(connections().find(COMPANY)).contains(connection);
    }

    @Test
    void a_company_is_not_connected_at_first() {
        assertThat(connections().find(COMPANY)).isEmpty();
    }

    @Test
    void an_ended_connection_is_found_but_not_usable() {
        Connection ended = aConnection().disconnected(START);
        connections().save(Change.first(ended));

        assertThat(connections().find(COMPANY)).contains(ended);
        assertThat(connections().usable(COMPANY)).isEmpty();
    }

    @Test
    void connects_uses_the_session_up_and_opens_the_next() {
        sessions().save(aSession());

        assertThat(connections().save(connecting(aConnection()))).isEqualTo(Saved.DONE);

        assertThat(connections().find(COMPANY)).contains(aConnection());
        assertThat(sessions().find(LINK.hash(), START)).isEmpty();
        assertThat(sessions().find(NEXT_LINK.hash(), START)).contains(next());
    }

    @Test
    void a_connection_is_its_companys_alone() {
        connections().save(Change.first(aConnection()));

        assertThat(connections().find(OTHER_COMPANY)).isEmpty();
    }

    @Test
    void writes_nothing_when_the_session_is_gone() {
        assertThat(connections().save(connecting(aConnection()).with(anEntry()).telling(anUpdate())))
                .isEqualTo(Saved.SESSION_GONE);

        assertThat(connections().find(COMPANY)).isEmpty();
        assertThat(sessions().find(NEXT_LINK.hash(), START)).isEmpty();
        assertNothingIsTold();
    }

    @Test
    void keeps_the_session_when_somebody_else_connected_in_the_meantime() {
        connections().save(Change.first(aConnection()));
        sessions().save(aSession());

        assertThat(connections()
                        .save(connecting(aConnectionToAnotherAccount())
                                .with(anEntry())
                                .telling(anUpdate())))
                .isEqualTo(Saved.CONNECTION_CHANGED);

        assertThat(connections().find(COMPANY)).contains(aConnection());
        assertThat(sessions().find(LINK.hash(), START)).contains(aSession());
        assertNothingIsTold();
    }

    @Test
    void writes_the_audit_entry_and_the_update_with_the_change() {
        connections().save(Change.first(aConnection()).with(anEntry()).telling(anUpdate()));

        assertThat(audit().list(COMPANY, Optional.empty(), 10).entries()).containsExactly(anEntry());
        assertThat(outbox().pending(START)).containsExactly(anUpdate());
    }

    @Test
    void replaces_the_revision_that_the_caller_saw() {
        connections().save(Change.first(aConnection()));

        assertThat(connections().save(Change.of(aConnection(), aConnectionToAnotherAccount())))
                .isEqualTo(Saved.DONE);

        assertThat(connections().find(COMPANY)).contains(aConnectionToAnotherAccount());
    }

    @Test
    void does_not_replace_a_connection_that_changed_in_the_meantime() {
        Connection changed = aConnection().with(new Settings("direct", "hackajob", false));
        connections().save(Change.first(aConnection()));
        connections().save(Change.of(aConnection(), changed));

        assertThat(connections().save(Change.of(aConnection(), aConnectionToAnotherAccount())))
                .isEqualTo(Saved.CONNECTION_CHANGED);

        assertThat(connections().find(COMPANY)).contains(changed);
    }

    @Test
    void does_not_replace_a_connection_that_is_no_longer_there() {
        assertThat(connections().save(Change.of(aConnection(), aConnectionToAnotherAccount())))
                .isEqualTo(Saved.CONNECTION_CHANGED);

        assertThat(connections().find(COMPANY)).isEmpty();
    }

    @Test
    void of_two_links_used_in_turn_by_callers_who_saw_the_same_only_the_first_connects() {
        sessions().save(aSession());
        sessions().save(aSessionWith(SECOND_LINK));

        assertThat(connections().save(connecting(aConnection()))).isEqualTo(Saved.DONE);
        assertThat(connections()
                        .save(Change.first(aConnectionToAnotherAccount()).going(aSessionWith(SECOND_LINK), next())))
                .isEqualTo(Saved.CONNECTION_CHANGED);
    }

    @Test
    void of_one_link_submitted_many_times_at_once_only_one_connects() {
        sessions().save(aSession());

        var saved = Race.of(
                8, number -> connections().save(connecting(aConnectionWith(new SecretVersion("version-" + number)))));

        assertThat(saved).filteredOn(Saved.DONE::equals).hasSize(1);
        assertThat(connections().find(COMPANY))
                .contains(aConnectionWith(new SecretVersion("version-" + saved.indexOf(Saved.DONE))));
    }

    @Test
    void of_many_who_change_the_same_revision_only_one_does() {
        connections().save(Change.first(aConnection()));

        var saved = Race.of(8, number -> connections()
                .save(Change.of(aConnection(), aConnection().with(new Settings("direct", "name " + number, false)))));

        assertThat(saved).filteredOn(Saved.DONE::equals).hasSize(1);
        assertThat(connections().find(COMPANY).orElseThrow().settings().channelSource())
                .isEqualTo("name " + saved.indexOf(Saved.DONE));
    }

    @Test
    void a_change_under_a_lease_ends_the_lease() {
        connections().save(Change.first(aConnection()));
        SecretLease lease = leases().acquire(COMPANY, START, LEASE).orElseThrow();

        Connection renewed = aConnection().with(new SecretVersion("version-2"));
        assertThat(connections().save(Change.of(aConnection(), renewed).under(lease)))
                .isEqualTo(Saved.DONE);

        assertThat(connections().find(COMPANY)).contains(renewed);
        assertThat(leases().acquire(COMPANY, START, LEASE)).contains(new SecretLease(COMPANY, 2, false));
    }

    @Test
    void a_change_under_a_lease_that_was_taken_over_is_not_made() {
        connections().save(Change.first(aConnection()));
        SecretLease slow = leases().acquire(COMPANY, START, LEASE).orElseThrow();
        leases().acquire(COMPANY, START.plus(LEASE), LEASE).orElseThrow();

        assertThat(connections()
                        .save(Change.of(aConnection(), aConnection().with(new SecretVersion("version-2")))
                                .under(slow)))
                .isEqualTo(Saved.LEASE_LOST);

        assertThat(connections().find(COMPANY)).contains(aConnection());
    }

    @Test
    void a_change_of_an_old_revision_leaves_the_lease_as_it_is() {
        Connection changed = aConnection().with(Webhook.NONE.withSecret());
        connections().save(Change.first(changed));
        SecretLease lease = leases().acquire(COMPANY, START, LEASE).orElseThrow();

        assertThat(connections()
                        .save(Change.of(aConnection(), aConnection().restored(START))
                                .under(lease)))
                .isEqualTo(Saved.CONNECTION_CHANGED);

        assertThat(leases().acquire(COMPANY, START, LEASE)).isEmpty();
    }

    @Test
    void finds_what_is_planned_for_a_connection_as_it_was_saved() {
        var upkeep = new Upkeep(
                Optional.of(START), true, START.plusSeconds(1), Optional.of(new Backoff(3, START.plusSeconds(2))));
        Connection planned = aConnection().with(upkeep);

        connections().save(Change.first(planned));

        assertThat(connections().find(COMPANY)).contains(planned);
    }

    @Test
    void tells_whose_connection_is_due_to_be_looked_after() {
        Connection later = aConnectionOf(OTHER_COMPANY).with(new Upkeep(Optional.of(START.plusMillis(1)), false));
        connections().save(Change.first(aConnection().with(new Upkeep(Optional.of(START), false))));
        connections().save(Change.first(later));

        assertThat(connections().due(START.minusMillis(1))).isEmpty();
        assertThat(connections().due(START)).containsExactly(COMPANY);
        assertThat(connections().due(START.plusMillis(1))).containsExactlyInAnyOrder(COMPANY, OTHER_COMPANY);
    }

    @Test
    void a_connection_with_nothing_left_to_do_is_never_due() {
        connections().save(Change.first(aConnection().disconnected(START).withoutSecret(START)));

        assertThat(connections().due(START.plus(Duration.ofDays(365)))).isEmpty();
    }

    private void assertNothingIsTold() {
        assertThat(audit().list(COMPANY, Optional.empty(), 10).entries()).isEmpty();
        assertThat(outbox().pending(START)).isEmpty();
    }

    private static Change connecting(Connection connection) {
        return Change.first(connection).going(aSession(), next());
    }

    private static ConnectSession next() {
        return aSessionWith(NEXT_LINK, Step.WEBHOOK);
    }

    private static AuditEntry anEntry() {
        return new AuditEntry("entry-1", COMPANY, START, Actor.SYSTEM, AuditEntry.Action.CONNECTED, Optional.empty());
    }

    private static Update anUpdate() {
        return new Update(
                "update-1",
                Update.Kind.CONNECTION_ATTENTION,
                Update.Subject.of(COMPANY),
                Optional.of(ErrorCode.API_DISABLED),
                START);
    }
}
