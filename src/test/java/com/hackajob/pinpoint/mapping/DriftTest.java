package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.mapping.MappingFixtures.ACCEPTED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.INTERVIEW;
import static com.hackajob.pinpoint.mapping.MappingFixtures.SCREENING;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingOn;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJobWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.mapping.Drift.Finding;
import com.hackajob.pinpoint.mapping.Drift.Kind;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Repair.Move;
import com.hackajob.pinpoint.mapping.Repair.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change in Pinpoint means for a mapping of the first stage to "Screening", and how it is put right. */
class DriftTest {

    private static final PinpointStage APPLIED_STAGE = new PinpointStage(APPLIED, "Applied", "applied");
    private static final PinpointStage SCREENING_STAGE = new PinpointStage(SCREENING, "Screening", "custom");
    private static final PinpointStageId OTHER = new PinpointStageId("7009");

    @Test
    void a_job_that_is_as_it_was_mapped_has_not_drifted() {
        assertThat(aMapping().drift()).isEqualTo(new Drift(List.of()));
        assertThat(aMapping().repair()).isEmpty();
        assertThat(aMapping().obstacle()).isEmpty();
    }

    @Test
    void what_nobody_mapped_may_change() {
        var mapping = aMappingOn(aPinpointJobWith("open", new PinpointStage(OTHER, "Offer", "offer"), SCREENING_STAGE));

        assertThat(mapping.drift()).isEqualTo(new Drift(List.of()));
    }

    @Test
    void a_stage_that_is_gone_breaks_its_pair() {
        var mapping = aMappingOn(aPinpointJobWith("open", APPLIED_STAGE));

        assertThat(mapping.drift())
                .isEqualTo(new Drift(List.of(new Finding(Kind.STAGE_GONE, Optional.of(ACCEPTED), "Screening", ""))));
        assertThat(mapping.drift().of(ACCEPTED)).contains(ErrorCode.STAGE_GONE);
        assertThat(mapping.drift().of(INTERVIEW)).isEmpty();
        assertThat(mapping.obstacle()).contains(ErrorCode.STAGE_GONE);
    }

    @Test
    void a_stage_that_only_later_moves_need_holds_nobody_who_accepts() {
        var mapping = both(aPinpointJobWith("open", SCREENING_STAGE));

        assertThat(mapping.drift())
                .isEqualTo(new Drift(List.of(new Finding(Kind.STAGE_GONE, Optional.of(INTERVIEW), "Applied", ""))));
        assertThat(mapping.obstacle()).isEmpty();
    }

    @Test
    void a_renamed_stage_is_followed() {
        var mapping = aMappingOn(
                aPinpointJobWith("open", APPLIED_STAGE, new PinpointStage(SCREENING, "Phone call", "custom")));

        assertThat(mapping.drift())
                .isEqualTo(new Drift(
                        List.of(new Finding(Kind.STAGE_RENAMED, Optional.of(ACCEPTED), "Screening", "Phone call"))));
        assertThat(mapping.drift().code()).isEmpty();
        assertThat(mapping.obstacle()).isEmpty();
        assertThat(mapping.repair()).contains(new Repair(List.of()));
    }

    @Test
    void a_stage_at_another_place_is_followed() {
        var mapping = both(aPinpointJobWith("open", SCREENING_STAGE, APPLIED_STAGE));

        assertThat(mapping.drift())
                .isEqualTo(new Drift(List.of(
                        new Finding(Kind.STAGE_MOVED, Optional.of(ACCEPTED), "2", "1"),
                        new Finding(Kind.STAGE_MOVED, Optional.of(INTERVIEW), "1", "2"))));
        assertThat(mapping.obstacle()).isEmpty();
    }

    @Test
    void a_stage_that_came_or_went_moves_no_other() {
        var mapping = aMappingOn(aPinpointJobWith("open", new PinpointStage(OTHER, "New", "review"), SCREENING_STAGE));

        assertThat(mapping.drift()).isEqualTo(new Drift(List.of()));
    }

    @Test
    void a_stage_of_another_kind_breaks_its_pair_since_it_may_mean_something_else() {
        var mapping = aMappingOn(
                aPinpointJobWith("open", APPLIED_STAGE, new PinpointStage(SCREENING, "Screening", "rejected")));

        assertThat(mapping.drift())
                .isEqualTo(new Drift(
                        List.of(new Finding(Kind.STAGE_KIND_CHANGED, Optional.of(ACCEPTED), "custom", "rejected"))));
        assertThat(mapping.obstacle()).contains(ErrorCode.STAGE_CHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "archived", "draft", "on_hold", ""})
    void a_job_that_takes_no_applications_any_more_has_drifted(String status) {
        var mapping = aMappingOn(aPinpointJobWith(status, APPLIED_STAGE, SCREENING_STAGE));

        assertThat(mapping.drift())
                .isEqualTo(new Drift(List.of(new Finding(Kind.JOB_CLOSED, Optional.empty(), "open", status))));
        assertThat(mapping.obstacle()).contains(ErrorCode.JOB_CLOSED);
        assertThat(mapping.repair()).isEmpty();
    }

    @Test
    void a_job_that_was_closed_when_it_was_mapped_is_no_drift_and_takes_nobody_all_the_same() {
        var closed = aPinpointJobWith("closed", APPLIED_STAGE, SCREENING_STAGE);
        var mapping = aMapping()
                .with(Snapshot.of(closed, SettableClock.START), aMapping().version());

        assertThat(mapping.drift()).isEqualTo(new Drift(List.of()));
        assertThat(mapping.obstacle()).contains(ErrorCode.JOB_CLOSED);
    }

    @Test
    void a_job_that_is_gone_is_told_as_that_and_not_stage_by_stage() {
        var mapping = aMappingOn(aPinpointJob().gone());

        assertThat(mapping.drift())
                .isEqualTo(new Drift(List.of(new Finding(Kind.JOB_GONE, Optional.empty(), "open", "gone"))));
        assertThat(mapping.obstacle()).contains(ErrorCode.JOB_NOT_FOUND);
        assertThat(mapping.repair()).isEmpty();
    }

    @Test
    void what_is_put_right_in_pinpoint_is_right_again() {
        var broken = aMappingOn(aPinpointJobWith("closed"));

        assertThat(broken.asOf(aPinpointJob(), SettableClock.START).drift()).isEqualTo(new Drift(List.of()));
    }

    @Test
    void proposes_the_stage_of_the_same_kind_and_name() {
        assertProposed(
                new Move(ACCEPTED, Optional.of(OTHER), Reason.SAME_KIND_AND_NAME),
                new PinpointStage(OTHER, "SCREENING", "custom"));
    }

    @Test
    void proposes_the_only_new_stage_of_the_same_kind() {
        assertProposed(
                new Move(ACCEPTED, Optional.of(OTHER), Reason.NEW_AND_OF_THE_SAME_KIND),
                new PinpointStage(OTHER, "Phone call", "custom"));
    }

    @Test
    void proposes_to_keep_the_stage_that_is_of_another_kind_now() {
        assertProposed(
                new Move(ACCEPTED, Optional.of(SCREENING), Reason.SAME_STAGE),
                new PinpointStage(SCREENING, "Screening", "interview"));
    }

    @Test
    void never_proposes_to_keep_a_stage_that_rejects_now() {
        assertProposed(
                new Move(ACCEPTED, Optional.empty(), Reason.NOTHING_LIKE_IT),
                new PinpointStage(SCREENING, "Screening", "rejected"));
    }

    @Test
    void proposes_a_blank_where_two_stages_are_as_good() {
        assertProposed(
                new Move(ACCEPTED, Optional.empty(), Reason.NOTHING_LIKE_IT),
                new PinpointStage(OTHER, "Screening", "custom"),
                new PinpointStage(new PinpointStageId("7010"), "Screening", "custom"));
    }

    private static void assertProposed(Move move, PinpointStage... stages) {
        assertThat(aMappingOn(aPinpointJobWith("open", stages)).repair()).contains(new Repair(List.of(move)));
    }

    @Test
    void an_accepted_repair_changes_what_was_broken_and_nothing_else() {
        var repair = new Repair(List.of(new Move(ACCEPTED, Optional.of(OTHER), Reason.SAME_KIND_AND_NAME)));

        assertThat(repair.applied(both(aPinpointJob()).stages()))
                .containsExactly(
                        new StagePair(ACCEPTED, "Accepted", Optional.of(OTHER)),
                        new StagePair(INTERVIEW, "Interview", Optional.of(APPLIED)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_says_what_it_means(Kind kind) {
        assertThat(kind.detail()).isNotBlank();
    }

    /** With the second stage on "Applied". */
    private static Mapping both(PinpointJob live) {
        var one = aMapping();
        return new Mapping(
                one.company(),
                one.job(),
                one.generation(),
                one.snapshot().reread(live, SettableClock.START),
                List.of(
                        new StagePair(ACCEPTED, "Accepted", Optional.of(SCREENING)),
                        new StagePair(INTERVIEW, "Interview", Optional.of(APPLIED))),
                one.settings(),
                one.editedBy(),
                one.updatedAt(),
                one.version());
    }
}
