package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.PERMISSIONS;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionToAnotherAccount;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.permissions;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.PinpointAccounts.Probe;
import com.hackajob.pinpoint.connection.Status.Active;
import com.hackajob.pinpoint.connection.Status.Attention;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordHealthTest {

    private static final Probe WORKING = new Probe.Working(PERMISSIONS);
    private static final Probe REJECTED = new Probe.NotWorking(ErrorCode.CREDENTIAL_REJECTED, List.of());
    private static final Duration LATER = Duration.ofMinutes(5);

    private final SettableClock clock = new SettableClock();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryConnections connections =
            new InMemoryConnections(new InMemoryConnectSessions(), new InMemorySecretLeases(), audit, outbox);
    private final RecordHealth health =
            new RecordHealth(connections, new Auditor(new SplittableRandom(8), clock), clock);

    @BeforeEach
    void connect() {
        connections.put(aConnection());
        clock.pass(LATER);
    }

    @Test
    void one_that_works_is_looked_at_again_in_five_minutes() {
        Connection next = probed(WORKING);

        assertThat(next)
                .isEqualTo(aConnection().with(permissions(Permission.State.OK)).with(lookAgain(false)));
        assertToldNothing();
    }

    @Test
    void what_the_probe_found_of_permissions_is_kept_and_what_it_cannot_find_stays_known() {
        connections.put(aConnection().with(permissions(Permission.State.UNKNOWN)));
        assertThat(probed(WORKING).link().permissions()).isEqualTo(permissions(Permission.State.UNKNOWN));

        connections.put(aConnection().with(permissions(Permission.State.OK)));
        assertThat(probed(WORKING).link().permissions()).isEqualTo(permissions(Permission.State.OK));
    }

    @Test
    void exports_that_wait_to_be_let_go_still_do() {
        connections.put(aConnection().with(Upkeep.drainAt(clock.instant())));
        assertThat(probed(WORKING).upkeep()).isEqualTo(lookAgain(true));
        assertThat(probed(REJECTED).upkeep()).isEqualTo(lookAgain(true));
    }

    @Test
    void one_that_does_not_work_is_told_to_the_employer_and_audited() {
        Instant since = clock.instant();

        Connection next = probed(REJECTED);

        assertThat(next)
                .isEqualTo(aConnection()
                        .inAttention(ErrorCode.CREDENTIAL_REJECTED, since)
                        .with(lookAgain(false)));
        assertThat(outbox.pending(since))
                .containsExactly(told(next, Update.Kind.CONNECTION_ATTENTION, ErrorCode.CREDENTIAL_REJECTED));
        assertThat(audit.entries())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(audited(AuditEntry.Action.ATTENTION, ErrorCode.CREDENTIAL_REJECTED));
    }

    @Test
    void the_same_trouble_is_told_once_and_keeps_its_beginning() {
        Instant since = clock.instant();
        probed(REJECTED);
        clock.pass(LATER);

        Connection next = probed(REJECTED);

        assertThat(next.status()).isEqualTo(new Attention(ErrorCode.CREDENTIAL_REJECTED, since));
        assertThat(next.upkeep()).isEqualTo(lookAgain(false));
        assertThat(outbox.pending(clock.instant())).hasSize(1);
        assertThat(audit.entries()).hasSize(1);
    }

    @Test
    void another_trouble_is_told_again() {
        probed(REJECTED);
        clock.pass(LATER);

        Connection next = probed(new Probe.NotWorking(ErrorCode.API_DISABLED, List.of()));

        assertThat(next.status()).isEqualTo(new Attention(ErrorCode.API_DISABLED, clock.instant()));
        assertThat(outbox.pending(clock.instant()))
                .last()
                .isEqualTo(told(next, Update.Kind.CONNECTION_ATTENTION, ErrorCode.API_DISABLED));
        assertThat(audit.actions()).containsExactly(AuditEntry.Action.ATTENTION, AuditEntry.Action.ATTENTION);
    }

    @Test
    void one_that_works_again_is_told_and_lets_go_at_once_what_waits_for_it() {
        probed(REJECTED);
        clock.pass(LATER);

        Connection next = probed(WORKING);

        assertThat(next.status()).isEqualTo(new Active());
        assertThat(next.upkeep()).isEqualTo(Upkeep.drainAt(clock.instant()));
        assertThat(outbox.pending(clock.instant()))
                .last()
                .isEqualTo(new Update(
                        id(next),
                        Update.Kind.CONNECTION_RESTORED,
                        Update.Subject.of(COMPANY),
                        Optional.empty(),
                        clock.instant()));
        assertThat(audit.actions()).containsExactly(AuditEntry.Action.ATTENTION, AuditEntry.Action.RESTORED);
    }

    @Test
    void a_permission_that_is_missing_is_written_down() {
        var missing = List.of(
                new Permission(Permission.JOB_READ, Permission.State.MISSING),
                new Permission(Permission.APPLICATION_READ, Permission.State.OK),
                new Permission(Permission.APPLICATION_WRITE, Permission.State.UNKNOWN));

        Connection next = probed(new Probe.NotWorking(ErrorCode.PERMISSION_MISSING, missing));

        assertThat(next.link().permissions())
                .containsExactly(
                        new Permission(Permission.JOB_READ, Permission.State.MISSING),
                        new Permission(Permission.APPLICATION_READ, Permission.State.OK),
                        new Permission(Permission.APPLICATION_WRITE, Permission.State.OK));
        assertThat(next.status()).isEqualTo(new Attention(ErrorCode.PERMISSION_MISSING, clock.instant()));
    }

    @Test
    void writing_that_was_denied_is_a_missing_permission() {
        Connection next = health.writingDenied(connection());

        assertThat(next)
                .isEqualTo(aConnection()
                        .with(permissions(Permission.State.MISSING))
                        .inAttention(ErrorCode.PERMISSION_MISSING, clock.instant()));
        assertThat(outbox.pending(clock.instant()))
                .containsExactly(told(next, Update.Kind.CONNECTION_ATTENTION, ErrorCode.PERMISSION_MISSING));
        assertThat(audit.actions()).containsExactly(AuditEntry.Action.ATTENTION);
    }

    @Test
    void a_probe_that_cannot_try_to_write_does_not_restore_that() {
        health.writingDenied(connection());

        Connection next = probed(WORKING);

        assertThat(next.status()).isEqualTo(new Attention(ErrorCode.PERMISSION_MISSING, clock.instant()));
        assertThat(next.link().permissions()).isEqualTo(permissions(Permission.State.MISSING));
        assertThat(outbox.pending(clock.instant())).hasSize(1);
    }

    @Test
    void a_probe_that_forgets_what_was_known_restores_it_until_an_export_shows() {
        health.writingDenied(connection());

        Connection next = health.probed(connection(), WORKING, true);

        assertThat(next.status()).isEqualTo(new Active());
        assertThat(next.link().permissions()).isEqualTo(permissions(Permission.State.UNKNOWN));
        assertThat(next.upkeep()).isEqualTo(Upkeep.drainAt(clock.instant()));
        assertThat(audit.actions()).containsExactly(AuditEntry.Action.ATTENTION, AuditEntry.Action.RESTORED);
    }

    @Test
    void writing_that_worked_restores_it() {
        health.writingDenied(connection());

        Connection next = health.written(connection());

        assertThat(next.status()).isEqualTo(new Active());
        assertThat(next.link().permissions()).isEqualTo(permissions(Permission.State.OK));
        assertThat(next.upkeep()).isEqualTo(Upkeep.drainAt(clock.instant()));
        assertThat(audit.actions()).containsExactly(AuditEntry.Action.ATTENTION, AuditEntry.Action.RESTORED);
    }

    @Test
    void what_somebody_else_wrote_in_between_stays_and_is_given() {
        Connection seen = connection();
        Connection other = aConnectionToAnotherAccount();
        connections.put(other);

        assertThat(health.probed(seen, REJECTED, false)).isEqualTo(other);
        assertThat(health.writingDenied(seen)).isEqualTo(other);
        assertThat(health.written(seen)).isEqualTo(other);
        assertThat(connection()).isEqualTo(other);
        assertToldNothing();
    }

    private Connection probed(Probe probe) {
        Connection next = health.probed(connection(), probe, false);
        assertThat(connection()).isEqualTo(next);
        return next;
    }

    private Connection connection() {
        return connections.find(COMPANY).orElseThrow();
    }

    private Upkeep lookAgain(boolean drains) {
        return new Upkeep(Optional.of(clock.instant().plus(Duration.ofMinutes(5))), drains);
    }

    private void assertToldNothing() {
        assertThat(outbox.pending(clock.instant())).isEmpty();
        assertThat(audit.entries()).isEmpty();
    }

    private Update told(Connection next, Update.Kind kind, ErrorCode code) {
        return new Update(id(next), kind, Update.Subject.of(COMPANY), Optional.of(code), clock.instant());
    }

    private static String id(Connection next) {
        return "company-1~connection~" + next.revision();
    }

    private AuditEntry audited(AuditEntry.Action action, ErrorCode code) {
        return new AuditEntry("", COMPANY, clock.instant(), Actor.SYSTEM, action, Optional.of(code));
    }
}
