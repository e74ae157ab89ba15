package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.mapping.MappingFixtures.ACCEPTED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.INTERVIEW;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingDemanding;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWithoutStages;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import com.hackajob.pinpoint.mapping.Warning.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarningsTest {

    private static final PinpointStageId REJECTED = new PinpointStageId("7009");

    @Test
    void a_mapping_with_a_stage_for_acceptance_on_an_open_job_is_fine() {
        assertThat(Warnings.of(aMapping())).isEmpty();
    }

    @Test
    void warns_where_nothing_is_chosen_for_acceptance() {
        assertThat(Warnings.of(aMappingWithoutStages()))
                .containsExactly(new Warning(Kind.ACCEPTANCE_BLANK, Optional.of(ACCEPTED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"closed", "archived", "draft", "hold", "pending_approval", "filled", "cancelled", "unknown"})
    void warns_of_a_pinpoint_job_that_takes_no_applications(String status) {
        assertThat(Warnings.of(on(status, List.of(), aMapping().stages())))
                .containsExactly(new Warning(Kind.PINPOINT_JOB_NOT_OPEN, Optional.empty()));
    }

    @Test
    void warns_of_each_stage_that_may_send_a_rejection_mail() {
        var rejecting =
                List.of(aMapping().stages().getFirst(), new StagePair(INTERVIEW, "Interview", Optional.of(REJECTED)));

        assertThat(Warnings.of(on("open", List.of(new PinpointStage(REJECTED, "Not now", "rejected")), rejecting)))
                .containsExactly(new Warning(Kind.REJECTED_MAPPED, Optional.of(INTERVIEW)));
    }

    @ParameterizedTest
    @EnumSource(Demand.class)
    void warns_of_what_not_every_candidate_has_filled_in_and_of_what_hackajob_does_not_ask(Demand demand) {
        assertThat(Warnings.of(aMappingDemanding(demand)).stream()
                        .map(Warning::kind)
                        .toList())
                .isEqualTo(Stream.of(
                                Optional.of(Kind.DEMAND_MAY_BE_MISSING).filter(_ -> demand.isEnforced()),
                                Optional.of(Kind.DEMAND_NOT_ON_HACKAJOB).filter(_ -> !demand.canFill()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_warning_says_what_it_means_and_what_to_do(Kind kind) {
        assertThat(kind.detail()).isNotBlank();
        assertThat(kind.remedy()).isNotBlank();
    }

    private static Mapping on(String status, List<PinpointStage> more, List<StagePair> pairs) {
        var job = aMapping().pinpointJob();
        var stages = Stream.concat(job.stages().stream(), more.stream()).toList();
        return new Mapping(
                aMapping().company(),
                aMapping().job(),
                1,
                Snapshot.of(
                        new PinpointJob(job.id(), job.title(), status, stages, Set.of()),
                        aMapping().updatedAt()),
                pairs,
                aMapping().settings(),
                aMapping().editedBy(),
                aMapping().updatedAt(),
                aMapping().version());
    }
}
