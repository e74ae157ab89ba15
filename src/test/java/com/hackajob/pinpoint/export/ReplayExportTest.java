package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Queued;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.export.ReplayExport.Outcome;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReplayExportTest {

    private static final UserId USER = new UserId("user-9");

    private final ExportWorld world = ExportWorld.ready();
    private final ReplayExport replayExport = replaying(world);

    @Test
    void what_failed_is_tried_anew_with_all_its_tries_before_it() {
        world.pinpoint.refuse(ErrorCode.PINPOINT_REFUSED, "Email is invalid");
        world.export();
        world.pinpoint.accept();
        world.clock.pass(Duration.ofHours(1));

        assertThat(replay())
                .isEqualTo(new Outcome.Replayed(world.ledger.find(KEY).orElseThrow()));

        assertThat(world.state()).isEqualTo(new Waiting(world.clock.instant(), ErrorCode.PINPOINT_REFUSED, 0));
        work();
        assertThat(world.state()).isInstanceOf(Verified.class);
        assertThat(audited())
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo(Action.EXPORT_REPLAYED))
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(Actor.user(USER)))
                .satisfies(entry -> assertThat(entry.job()).contains(KEY.job()));
    }

    @Test
    void what_is_held_is_looked_at_at_once() {
        world.pinpoint.refuse(ErrorCode.STAGE_GONE, "Stage must exist");
        world.export();
        world.pinpoint.accept();

        replay();

        assertThat(world.state()).isEqualTo(new Held(world.clock.instant(), ErrorCode.STAGE_GONE));
        work();
        assertThat(world.state()).isInstanceOf(Verified.class);
    }

    @Test
    void what_was_skipped_is_sent_once_the_job_is_mapped() {
        var unmapped = new ExportWorld();
        unmapped.connect(aConnection());
        unmapped.export();
        unmapped.map(MappingFixtures.aMapping());

        replaying(unmapped).replay(KEY, USER);

        assertThat(unmapped.state()).isEqualTo(new Queued(unmapped.clock.instant()));
        unmapped.runDue(KEY.company(), unmapped.clock.instant());
        assertThat(unmapped.state()).isInstanceOf(Verified.class);
    }

    @Test
    void a_post_without_an_answer_is_given_its_time_to_show_before_anybody_creates_again() {
        world.pinpoint.showAfter(TIMES.settling());
        for (int i = 0; !(settled() instanceof Failed); i++) {
            world.pinpoint.loseAnswer(Call.CREATE);
            world.pinpoint.fail(Call.FIND_BY_REFERENCE);
            world.exportAfter(Duration.ofHours(9));
            assertThat(i).isLessThan(20);
        }
        int made = world.pinpoint.applications().size();

        world.pinpoint.forgive();

        replay();
        assertThat(world.state())
                .isEqualTo(new Waiting(
                        world.clock.instant().plus(TIMES.untilSettled()), ErrorCode.PINPOINT_UNAVAILABLE, 0));
        work();
        assertThat(world.state()).isInstanceOf(Waiting.class);
        world.clock.pass(Duration.ofHours(1));
        work();

        assertThat(made).isEqualTo(1);
        assertThat(world.pinpoint.applications()).hasSize(1);
        assertThat(world.state()).isInstanceOf(Verified.class);
    }

    @Test
    void what_is_done_under_way_erased_or_unknown_is_left_alone() {
        assertThat(replay()).isEqualTo(new Outcome.NotThere());

        world.takeOver();
        assertThat(replay()).isEqualTo(new Outcome.NothingToReplay());

        world.clock.pass(TIMES.lease());
        world.export();
        assertThat(replay()).isEqualTo(new Outcome.NothingToReplay());

        world.ledger.erase(world.ledger.find(KEY).orElseThrow(), new Erased(world.clock.instant(), Optional.empty()));
        assertThat(replay()).isEqualTo(new Outcome.NothingToReplay());
        assertThat(audited()).isEmpty();
        assertThat(world.pinpoint.applications()).hasSize(1);
    }

    private ExportState settled() {
        return world.ledger.find(KEY).map(Export::state).orElse(new Held(world.clock.instant(), ErrorCode.UNMAPPED));
    }

    private Outcome replay() {
        return replayExport.replay(KEY, USER);
    }

    private void work() {
        world.runDue(KEY.company(), world.clock.instant());
    }

    private List<AuditEntry> audited() {
        return world.audit.list(KEY.company(), Optional.empty(), 10).entries();
    }

    private static ReplayExport replaying(ExportWorld world) {
        return new ReplayExport(
                world.ledger, world.audit, new Auditor(new SplittableRandom(3), world.clock), TIMES, world.clock);
    }
}
