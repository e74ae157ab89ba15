package com.hackajob.pinpoint.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.MatchStages.Matched;
import com.hackajob.pinpoint.mapping.MatchStages.Reason;
import com.hackajob.pinpoint.mapping.MatchStages.Unmatched;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchStagesTest {

    private static final List<PinpointStage> FORMER_THERE = List.of(
            there("1", "Applied", "applied"), there("2", "Phone screen", "interview"), there("3", "Offer", "offer"));
    private static final MatchStages FORMER = new MatchStages(
            List.of(pair("a", "Accepted", "1"), pair("b", "Interview", "2"), blank("c", "Offer")),
            FORMER_THERE,
            true,
            true);

    @Test
    void carries_stages_over_by_their_ids_whatever_they_are_called_now() {
        assertThat(FORMER.onto(
                        List.of(stage("a", "New"), stage("b", "Talks")),
                        List.of(there("2", "Telephone", "interview"), there("1", "Inbox", "applied"))))
                .isEqualTo(new Matched(List.of(pair("a", "New", "1"), pair("b", "Talks", "2")), List.of()));
    }

    @Test
    void carries_stages_over_to_other_jobs_by_kind_and_name() {
        assertThat(FORMER.onto(
                        List.of(stage("x", "ACCEPTED"), stage("y", "Interview!"), stage("z", "offer")),
                        List.of(there("11", "applied", "applied"), there("12", "Phone-Screen", "interview"))))
                .isEqualTo(new Matched(
                        List.of(pair("x", "ACCEPTED", "11"), pair("y", "Interview!", "12"), blank("z", "offer")),
                        List.of()));
    }

    @Test
    void trusts_no_id_of_another_hackajob_job_unless_the_name_agrees() {
        var otherJob = new MatchStages(FORMER.stages(), FORMER_THERE, false, true);

        assertThat(otherJob.onto(
                        List.of(stage("a", "Accepted"), stage("b", "Task"), stage("c", "Interview")), FORMER_THERE))
                .isEqualTo(new Matched(
                        List.of(pair("a", "Accepted", "1"), blank("b", "Task"), pair("c", "Interview", "2")),
                        List.of(new Unmatched(new StageId("b"), "Task", Reason.STAGE_NEW))));
    }

    @Test
    void names_a_stage_that_is_new() {
        assertThat(FORMER.onto(List.of(stage("a", "Accepted"), stage("n", "Task")), FORMER_THERE)
                        .unmatched())
                .contains(new Unmatched(new StageId("n"), "Task", Reason.STAGE_NEW));
    }

    @Test
    void names_a_configured_stage_that_is_left_behind_but_no_blank() {
        assertThat(FORMER.onto(List.of(stage("a", "Accepted")), FORMER_THERE).unmatched())
                .containsExactly(new Unmatched(new StageId("b"), "Interview", Reason.STAGE_GONE));
    }

    @Test
    void never_matches_by_kind_alone_or_by_name_alone() {
        assertThat(FORMER.onto(
                        List.of(stage("a", "Accepted"), stage("b", "Interview")),
                        List.of(there("11", "Inbox", "applied"), there("12", "Phone screen", "review"))))
                .isEqualTo(new Matched(
                        List.of(blank("a", "Accepted"), blank("b", "Interview")),
                        List.of(
                                new Unmatched(new StageId("a"), "Accepted", Reason.PINPOINT_STAGE_GONE),
                                new Unmatched(new StageId("b"), "Interview", Reason.PINPOINT_STAGE_GONE))));
    }

    @Test
    void chooses_none_of_two_pinpoint_stages_of_the_same_kind_and_name() {
        assertThat(new MatchStages(List.of(pair("b", "Interview", "2")), FORMER_THERE, true, true)
                        .onto(
                                List.of(stage("b", "Interview")),
                                List.of(
                                        there("11", "Phone screen", "interview"),
                                        there("12", "phone screen", "interview"))))
                .isEqualTo(ambiguousThere());
    }

    @Test
    void chooses_none_where_two_former_pinpoint_stages_had_the_same_kind_and_name() {
        var former = new MatchStages(
                List.of(pair("b", "Interview", "2")),
                List.of(there("2", "Phone screen", "interview"), there("4", "Phone screen", "interview")),
                true,
                true);

        assertThat(former.onto(List.of(stage("b", "Interview")), List.of(there("11", "Phone screen", "interview"))))
                .isEqualTo(ambiguousThere());
    }

    private static Matched ambiguousThere() {
        return new Matched(
                List.of(blank("b", "Interview")),
                List.of(new Unmatched(new StageId("b"), "Interview", Reason.PINPOINT_STAGE_AMBIGUOUS)));
    }

    @Test
    void chooses_none_of_two_former_stages_of_the_same_name() {
        var former = new MatchStages(
                List.of(pair("a", "Interview", "1"), pair("b", "interview", "2")), FORMER_THERE, true, true);

        assertThat(former.onto(List.of(stage("x", "Interview")), FORMER_THERE).unmatched())
                .containsExactly(new Unmatched(new StageId("x"), "Interview", Reason.STAGE_AMBIGUOUS));
    }

    @Test
    void gives_what_a_former_stage_stood_for_to_none_of_two_stages_of_its_name() {
        assertThat(FORMER.onto(List.of(stage("x", "Interview"), stage("y", "Interview")), FORMER_THERE)
                        .unmatched())
                .contains(
                        new Unmatched(new StageId("x"), "Interview", Reason.STAGE_AMBIGUOUS),
                        new Unmatched(new StageId("y"), "Interview", Reason.STAGE_AMBIGUOUS));
    }

    @Test
    void takes_a_stage_that_is_in_both_jobs_for_no_namesake_of_another() {
        assertThat(FORMER.onto(List.of(stage("b", "Talks"), stage("y", "Interview")), FORMER_THERE))
                .isEqualTo(new Matched(
                        List.of(pair("b", "Talks", "2"), blank("y", "Interview")),
                        List.of(
                                new Unmatched(new StageId("y"), "Interview", Reason.STAGE_NEW),
                                new Unmatched(new StageId("a"), "Accepted", Reason.STAGE_GONE))));
        assertThat(FORMER.onto(List.of(stage("b", "Interview")), List.of(there("3", "Phone screen", "interview")))
                        .stages())
                .containsExactly(blank("b", "Interview"));
    }

    @Test
    void trusts_no_id_of_another_account() {
        var elsewhere = new MatchStages(FORMER.stages(), FORMER_THERE, true, false);

        assertThat(elsewhere
                        .onto(
                                List.of(stage("a", "Accepted"), stage("b", "Interview")),
                                List.of(there("1", "Phone screen", "interview"), there("2", "Offer", "offer")))
                        .stages())
                .containsExactly(blank("a", "Accepted"), pair("b", "Interview", "1"));
    }

    @Test
    void finds_no_counterpart_of_a_stage_that_is_not_even_in_the_former_job() {
        var odd = new MatchStages(List.of(pair("a", "Accepted", "99")), FORMER_THERE, true, true);

        assertThat(odd.onto(List.of(stage("a", "Accepted")), FORMER_THERE).unmatched())
                .containsExactly(new Unmatched(new StageId("a"), "Accepted", Reason.PINPOINT_STAGE_GONE));
    }

    @Test
    void matches_no_empty_names() {
        var nameless = new MatchStages(List.of(pair("a", " ", "1")), List.of(there("1", "", "applied")), true, true);

        assertThat(nameless.onto(List.of(stage("x", "")), List.of(there("1", "", "applied")))
                        .stages())
                .containsExactly(blank("x", ""));
        assertThat(nameless.onto(List.of(stage("a", "")), List.of(there("2", "", "applied")))
                        .stages())
                .containsExactly(blank("a", ""));
    }

    private static HackajobJob.Stage stage(String id, String name) {
        return new HackajobJob.Stage(new StageId(id), name);
    }

    private static PinpointStage there(String id, String name, String kind) {
        return new PinpointStage(new PinpointStageId(id), name, kind);
    }

    private static StagePair pair(String id, String name, String pinpointStage) {
        return new StagePair(new StageId(id), name, Optional.of(new PinpointStageId(pinpointStage)));
    }

    private static StagePair blank(String id, String name) {
        return new StagePair(new StageId(id), name, Optional.empty());
    }
}
