package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidateWith;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.SCREENING;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingDemanding;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingOn;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJobDemanding;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJobWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import com.hackajob.pinpoint.mapping.PinpointStage;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An export when its Pinpoint job is not what it was when it was mapped. */
class ExportThroughDriftTest {

    private static final PinpointStage APPLIED_STAGE = new PinpointStage(APPLIED, "Applied", "applied");
    private static final PinpointJob WITHOUT_STAGE = aPinpointJobWith("open", APPLIED_STAGE);

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void the_job_is_not_read_for_an_export_that_nothing_stands_in_the_way_of() {
        world.export();

        assertThat(world.state()).isInstanceOf(Verified.class);
        assertThat(world.pinpointJobs.calls()).isZero();
    }

    @Test
    void nothing_is_created_where_the_stage_is_known_to_be_gone() {
        world.map(aMappingOn(WITHOUT_STAGE));

        world.export();

        assertThat(state()).isEqualTo(ErrorCode.STAGE_GONE);
        assertThat(world.pinpoint.calls()).isEmpty();
        assertThat(world.pinpointJobs.calls()).isZero();
    }

    @Test
    void what_was_put_right_in_pinpoint_is_seen_when_the_export_is_looked_at_again() {
        world.map(aMappingOn(WITHOUT_STAGE));
        world.export();
        world.pinpointJobs.open(aPinpointJob());

        world.exportAfter(Times.HOLD);

        assertThat(world.state()).isInstanceOf(Verified.class);
        assertThat(world.pinpoint.applications().getFirst().stage()).contains(SCREENING);
    }

    @Test
    void what_was_read_a_moment_ago_is_not_read_again_for_every_candidate() {
        world.map(aMappingOn(WITHOUT_STAGE));
        world.export();
        world.exportAfter(Times.HOLD);
        assertThat(world.pinpointJobs.calls()).isEqualTo(1);

        world.candidates.put(ExportFixtures.aKey("candidate-2"), ExportFixtures.aCandidate());
        world.exportCandidate.export(ExportFixtures.aKey("candidate-2"));

        assertThat(world.pinpointJobs.calls()).isZero();
    }

    @Test
    void a_surprise_refusal_creates_nothing_and_the_job_is_read_again_and_told_of() {
        world.pinpointJobs.open(WITHOUT_STAGE);
        world.pinpoint.refuse(ErrorCode.PINPOINT_REFUSED, "is invalid");

        world.export();

        assertThat(state()).isEqualTo(ErrorCode.STAGE_GONE);
        assertThat(world.pinpoint.applications()).isEmpty();
        assertThat(world.mapping().obstacle()).contains(ErrorCode.STAGE_GONE);
        assertThat(world.pending()).extracting(Update::kind).contains(Update.Kind.MAPPING_DRIFTED);
    }

    @Test
    void a_job_that_is_gone_holds_its_candidates() {
        world.pinpointJobs.remove(PINPOINT_JOB);
        world.pinpoint.refuse(ErrorCode.PINPOINT_REFUSED, "is invalid");

        world.export();
        world.exportAfter(Times.HOLD);

        assertThat(state()).isEqualTo(ErrorCode.JOB_NOT_FOUND);
        assertThat(world.pinpoint.count(Call.CREATE)).isEqualTo(1);
    }

    @Test
    void a_refusal_that_the_job_does_not_explain_fails_with_pinpoints_words() {
        world.pinpoint.refuse(ErrorCode.PINPOINT_REFUSED, "Email is invalid");

        world.export();

        assertThat(world.state()).isInstanceOf(Failed.class);
        assertThat(world.pinpointJobs.calls()).isEqualTo(1);
    }

    @Test
    void what_the_job_demands_no_longer_is_not_missed() {
        world.map(aMappingDemanding(Demand.CV));
        world.candidates.put(KEY, aCandidateWith(Optional.empty()));
        world.pinpointJobs.open(aPinpointJob());
        world.clock.pass(Duration.ofHours(1));

        world.export();

        assertThat(world.state()).isInstanceOf(Verified.class);
    }

    @Test
    void what_the_job_still_demands_fails_before_anything_is_created() {
        world.map(aMappingDemanding(Demand.CV));
        world.candidates.put(KEY, aCandidateWith(Optional.empty()));
        world.clock.pass(Duration.ofHours(1));

        world.export();

        assertThat(((Failed) world.state()).code()).isEqualTo(ErrorCode.CV_MISSING);
        assertThat(world.pinpoint.calls()).isEmpty();
        assertThat(world.mapping().pinpointJob()).isEqualTo(aPinpointJobDemanding(Set.of(Demand.CV)));
    }

    @Test
    void the_hourly_look_finds_it_before_a_candidate_does_and_lets_those_go_on_that_waited() {
        world.pinpointJobs.open(WITHOUT_STAGE);
        world.maintainConnection.maintain(KEY.company());
        assertThat(world.mapping().obstacle()).contains(ErrorCode.STAGE_GONE);
        world.export();
        assertThat(state()).isEqualTo(ErrorCode.STAGE_GONE);

        world.pinpointJobs.open(aPinpointJob());
        world.clock.pass(Duration.ofHours(1));
        world.maintainConnection.maintain(KEY.company());
        world.runDue(KEY.company(), world.clock.instant());

        assertThat(world.state()).isInstanceOf(Verified.class);
    }

    @Test
    void mappings_are_compared_once_an_hour_and_not_at_every_look_at_the_connection() {
        world.maintainConnection.maintain(KEY.company());
        world.clock.pass(Duration.ofMinutes(5));
        world.maintainConnection.maintain(KEY.company());
        assertThat(world.pinpointJobs.calls()).isEqualTo(1);

        world.clock.pass(Duration.ofMinutes(55));
        world.maintainConnection.maintain(KEY.company());
        assertThat(world.pinpointJobs.calls()).isEqualTo(1);
    }

    private ErrorCode state() {
        return ((Held) world.state()).code();
    }
}
