package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionOf;
import static com.hackajob.pinpoint.mapping.ImportWorld.EDITOR;
import static com.hackajob.pinpoint.mapping.ImportWorld.OTHER_JOB;
import static com.hackajob.pinpoint.mapping.ImportWorld.OTHER_PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.ImportWorld.OTHER_SCREENING;
import static com.hackajob.pinpoint.mapping.ImportWorld.aClone;
import static com.hackajob.pinpoint.mapping.ImportWorld.anImport;
import static com.hackajob.pinpoint.mapping.ImportWorld.anotherPinpointJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.ACCEPTED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.SCREENING;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingInAnotherAccount;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJobWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.mapping.ImportMapping.Import;
import com.hackajob.pinpoint.mapping.ImportMapping.Outcome.Imported;
import com.hackajob.pinpoint.mapping.ImportMapping.Outcome.Refused;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.MatchStages.Reason;
import com.hackajob.pinpoint.mapping.MatchStages.Unmatched;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportMappingTest {

    private final ImportWorld world = new ImportWorld();

    @Test
    void clones_stages_and_settings_onto_another_job_with_one_call_to_pinpoint() {
        Mapping clone = aClone(OTHER_JOB, aPinpointJob(), Optional.of(SCREENING));

        assertThat(world.importMapping.importOnto(anImport())).isEqualTo(new Imported(clone, List.of(), List.of()));

        assertThat(world.mappings.find(COMPANY, OTHER_JOB)).contains(clone);
        assertThat(world.pinpointJobs.calls()).isEqualTo(1);
    }

    @Test
    void finds_the_stages_of_another_pinpoint_job_by_kind_and_name() {
        assertThat(world.importMapping.importOnto(anImport(Optional.of(OTHER_PINPOINT_JOB), Optional.empty())))
                .isEqualTo(new Imported(
                        aClone(OTHER_JOB, anotherPinpointJob(), Optional.of(OTHER_SCREENING)), List.of(), List.of()));
    }

    @Test
    void names_what_has_no_counterpart_and_leaves_it_blank() {
        PinpointJob unlike = aPinpointJobWith("open", new PinpointStage(APPLIED, "Applied", "applied"));
        world.pinpointJobs.open(unlike);

        assertThat(world.importMapping.importOnto(anImport()))
                .isEqualTo(new Imported(
                        aClone(OTHER_JOB, unlike, Optional.empty()),
                        List.of(new Warning(Warning.Kind.ACCEPTANCE_BLANK, Optional.of(ACCEPTED))),
                        List.of(new Unmatched(ACCEPTED, "Accepted", Reason.PINPOINT_STAGE_GONE))));
    }

    @Test
    void takes_a_stage_that_was_made_anew_since_for_the_one_that_was_mapped() {
        PinpointStageId anew = new PinpointStageId("7009");
        PinpointJob live = aPinpointJobWith("open", new PinpointStage(anew, "Screening", "custom"));
        world.pinpointJobs.open(live);
        world.mappings.put(MappingFixtures.aMappingOn(live));

        assertThat(imported(anImport()).mapping().acceptanceStage()).contains(anew);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "hired", "offer"})
    void carries_no_stage_over_that_came_to_be_of_another_kind(String kind) {
        world.pinpointJobs.open(aPinpointJobWith("open", new PinpointStage(SCREENING, "Screening", kind)));

        assertThat(imported(anImport()).unmatched())
                .containsExactly(new Unmatched(ACCEPTED, "Accepted", Reason.PINPOINT_STAGE_GONE));
    }

    @Test
    void moves_a_job_to_another_pinpoint_job_by_importing_its_own_mapping() {
        world.publish(JOB);
        var seen = new Version("version-1");

        assertThat(imported(new Import(COMPANY, EDITOR, JOB, JOB, Optional.of(OTHER_PINPOINT_JOB), Optional.of(seen)))
                        .mapping())
                .isEqualTo(aClone(JOB, anotherPinpointJob(), Optional.of(OTHER_SCREENING)));
    }

    @Test
    void asks_for_a_pinpoint_job_where_the_mapping_is_of_an_earlier_account() {
        world.mappings.put(aMappingInAnotherAccount());

        assertRefused(anImport(), new Refused(ErrorCode.MAPPING_OUTDATED, "pinpointJobId"));
        assertThat(world.pinpointJobs.calls()).isZero();
    }

    @Test
    void trusts_no_id_of_an_earlier_account() {
        world.mappings.put(aMappingInAnotherAccount());
        world.pinpointJobs.open(aPinpointJobWith(
                "open",
                new PinpointStage(SCREENING, "Offer", "offer"),
                new PinpointStage(APPLIED, "Screening", "custom")));

        assertThat(imported(anImport(Optional.of(PINPOINT_JOB), Optional.empty()))
                        .mapping()
                        .acceptanceStage())
                .contains(APPLIED);
    }

    @Test
    void is_audited_as_an_edit_of_the_job_onto_which_it_clones() {
        world.importMapping.importOnto(anImport());

        assertThat(world.audit.entries())
                .extracting(AuditEntry::action, AuditEntry::actor, AuditEntry::job)
                .containsExactly(tuple(AuditEntry.Action.MAPPING_SAVED, Actor.user(EDITOR), Optional.of(OTHER_JOB)));
    }

    @Test
    void replaces_no_mapping_that_the_editor_did_not_see() {
        Mapping there = MappingFixtures.aMappingOf(OTHER_JOB);
        world.mappings.put(there);

        for (Optional<Version> seen : List.of(Optional.<Version>empty(), Optional.of(new Version("stale")))) {
            assertThat(world.importMapping.importOnto(anImport(Optional.empty(), seen)))
                    .isEqualTo(new Refused(ErrorCode.MAPPING_CONFLICT, "If-Match"));
        }
        assertThat(world.mappings.find(COMPANY, OTHER_JOB)).contains(there);
    }

    @Test
    void replaces_the_mapping_that_the_editor_saw() {
        world.mappings.put(MappingFixtures.aMappingOf(OTHER_JOB));

        assertThat(imported(anImport(Optional.empty(), Optional.of(new Version("version-1"))))
                        .mapping())
                .isEqualTo(aClone(OTHER_JOB, aPinpointJob(), Optional.of(SCREENING)));
    }

    @Test
    void refuses_where_there_is_no_mapping_to_clone() {
        assertRefused(
                new Import(COMPANY, EDITOR, new JobId("job-9"), OTHER_JOB, Optional.empty(), Optional.empty()),
                new Refused(ErrorCode.MAPPING_NOT_FOUND, "fromJobId"));
    }

    @Test
    void clones_no_mapping_of_another_company() {
        world.mappings.put(MappingFixtures.aMappingOf(OTHER_COMPANY));
        world.connections.put(aConnectionOf(OTHER_COMPANY));

        assertThat(world.importMapping.importOnto(
                        new Import(OTHER_COMPANY, EDITOR, OTHER_JOB, JOB, Optional.empty(), Optional.empty())))
                .isEqualTo(new Refused(ErrorCode.MAPPING_NOT_FOUND, "fromJobId"));
    }

    @Test
    void refuses_a_hackajob_job_that_is_not_there() {
        assertThat(world.importMapping.importOnto(
                        new Import(COMPANY, EDITOR, JOB, new JobId("job-9"), Optional.empty(), Optional.empty())))
                .isEqualTo(new Refused(ErrorCode.JOB_NOT_FOUND, "jobId"));
    }

    @Test
    void refuses_a_pinpoint_job_that_is_not_there() {
        assertRefused(
                anImport(Optional.of(new PinpointJobId("799")), Optional.empty()),
                new Refused(ErrorCode.JOB_NOT_FOUND, "pinpointJobId"));
    }

    @Test
    void refuses_when_pinpoint_denies() {
        world.pinpointJobs.deny(ErrorCode.PERMISSION_MISSING);

        assertRefused(anImport(), new Refused(ErrorCode.PERMISSION_MISSING, "pinpointJobId"));
    }

    @Test
    void refuses_while_the_company_is_not_connected() {
        var wish = new Import(OTHER_COMPANY, EDITOR, JOB, OTHER_JOB, Optional.empty(), Optional.empty());

        assertThat(world.importMapping.importOnto(wish))
                .isEqualTo(new Refused(ErrorCode.NOT_CONNECTED, "pinpointJobId"));
    }

    private Imported imported(Import wish) {
        return (Imported) world.importMapping.importOnto(wish);
    }

    private void assertRefused(Import wish, Refused refusal) {
        assertThat(world.importMapping.importOnto(wish)).isEqualTo(refusal);
        assertThat(world.mappings.find(COMPANY, OTHER_JOB)).isEmpty();
        assertThat(world.audit.entries()).isEmpty();
    }
}
