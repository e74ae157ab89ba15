package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.export.FakeWorker.Poll;
import com.hackajob.pinpoint.export.Reconcile.Reconciled;
import com.hackajob.pinpoint.export.Worker.Round;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens once a minute. */
class ReconcileTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void does_nothing_when_there_is_nothing_to_do() {
        world.export();
        world.clock.pass(MINUTE);

        assertThat(world.reconcile.reconcile()).isEqualTo(new Reconciled(0, 0, 0));

        assertThat(world.worker.wakes()).isEmpty();
        assertThat(world.updates.sent()).hasSize(1);
    }

    @Test
    void wakes_a_company_whose_work_is_due_by_the_minute() {
        world.pinpoint.fail(Call.FIND_BY_EMAIL);
        world.export();
        world.clock.pass(MINUTE.plusSeconds(20));

        assertThat(world.reconcile.reconcile()).isEqualTo(new Reconciled(1, 0, 0));

        assertThat(world.worker.wakes()).containsExactly(Round.first(COMPANY, START.plus(MINUTE)));
    }

    @Test
    void wakes_nobody_whose_work_is_not_due_yet() {
        world.pinpoint.fail(Call.FIND_BY_EMAIL);
        world.export();
        world.clock.pass(MINUTE.minusMillis(1));

        assertThat(world.reconcile.reconcile()).isEqualTo(new Reconciled(0, 0, 0));
    }

    @Test
    void goes_on_when_one_company_cannot_be_woken() {
        world.pinpoint.fail(Call.FIND_BY_EMAIL);
        world.export();
        world.worker.cannotReach(COMPANY);
        world.clock.pass(MINUTE);

        assertThat(world.reconcile.reconcile()).isEqualTo(new Reconciled(0, 0, 0));
    }

    @Test
    void sends_an_update_that_its_writer_left_behind_once_the_writer_had_its_turn() {
        world.updates.goDown();
        world.export();
        world.updates.comeBack();
        var left = world.pending();

        world.clock.pass(MINUTE.minusMillis(1));
        assertThat(world.reconcile.reconcile()).isEqualTo(new Reconciled(0, 0, 0));
        world.clock.pass(Duration.ofMillis(1));
        assertThat(world.reconcile.reconcile()).isEqualTo(new Reconciled(0, 0, 1));

        assertThat(world.updates.sent()).isEqualTo(left);
        assertThat(world.pending()).isEmpty();
    }

    @Test
    void keeps_an_update_while_the_queue_is_down() {
        world.updates.goDown();
        world.export();
        var left = world.pending();
        world.clock.pass(MINUTE);

        assertThat(world.reconcile.reconcile()).isEqualTo(new Reconciled(0, 0, 0));

        assertThat(world.pending()).isEqualTo(left);
    }

    @Test
    void has_connections_looked_after_that_are_due_by_the_minute() {
        world.clock.pass(Duration.ofMinutes(5).plusSeconds(10));

        assertThat(world.reconcile.reconcile()).isEqualTo(new Reconciled(0, 1, 0));

        assertThat(world.worker.polls()).containsExactly(new Poll(COMPANY, START.plus(Duration.ofMinutes(5))));
    }

    @Test
    void a_connection_that_nobody_can_be_asked_to_look_after_now_is_due_at_the_next_tick() {
        world.worker.cannotReach(COMPANY);
        world.clock.pass(Duration.ofMinutes(5));

        assertThat(world.reconcile.reconcile()).isEqualTo(new Reconciled(0, 0, 0));
        assertThat(world.connections.due(world.clock.instant())).containsExactly(COMPANY);
    }
}
