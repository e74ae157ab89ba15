package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.mapping.MappingFixtures.ACCEPTED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.INTERVIEW;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.SCREENING;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.connection.Settings;
import com.hackajob.pinpoint.mapping.EditMapping.Edit;
import com.hackajob.pinpoint.mapping.EditMapping.Outcome.Refused;
import com.hackajob.pinpoint.mapping.EditMapping.Outcome.Saved;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditMappingTest {

    private static final UserId EDITOR = new UserId("user-9");

    private final RandomGenerator sameRandom = new SplittableRandom(7);
    private final InMemoryConnections connections = new InMemoryConnections();
    private final FakeHackajobJobs hackajobJobs = new FakeHackajobJobs();
    private final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryMappings mappings = new InMemoryMappings(audit);
    private final EditMapping editMapping = new EditMapping(
            connections, hackajobJobs, pinpointJobs, mappings, auditor(), new SplittableRandom(7), new SettableClock());

    @BeforeEach
    void publish() {
        connections.put(aConnection());
        hackajobJobs.publish(COMPANY, aJob());
        pinpointJobs.open(aPinpointJob());
    }

    @Test
    void maps_a_job_with_every_stage_in_its_order_and_blanks_where_nothing_was_chosen() {
        var saved = aMapping(Optional.of(SCREENING), Optional.empty());

        assertThat(editMapping.edit(anEdit(Map.of(ACCEPTED, SCREENING)))).isEqualTo(new Saved(saved, List.of()));

        assertThat(mappings.find(COMPANY, JOB)).contains(saved);
    }

    @Test
    void maps_a_job_with_all_stages_blank() {
        assertThat(editMapping.edit(anEdit(Map.of())))
                .isEqualTo(new Saved(
                        aMapping(Optional.empty(), Optional.empty()),
                        List.of(new Warning(Warning.Kind.ACCEPTANCE_BLANK, Optional.of(ACCEPTED)))));
    }

    @Test
    void two_hackajob_stages_may_stand_for_one_pinpoint_stage() {
        assertThat(editMapping.edit(anEdit(Map.of(ACCEPTED, SCREENING, INTERVIEW, SCREENING))))
                .isEqualTo(new Saved(aMapping(Optional.of(SCREENING), Optional.of(SCREENING)), List.of()));
    }

    @Test
    void every_edit_is_audited_with_who_and_for_which_job() {
        editMapping.edit(anEdit(Map.of(ACCEPTED, SCREENING)));
        editMapping.edit(anEdit(Map.of())); // refused: it did not see the first

        assertThat(audit.entries())
                .extracting(AuditEntry::action, AuditEntry::actor, AuditEntry::job)
                .containsExactly(tuple(AuditEntry.Action.MAPPING_SAVED, Actor.user(EDITOR), Optional.of(JOB)));
    }

    @Test
    void what_the_editor_leaves_open_is_what_the_company_has_set() {
        connections.put(ConnectionFixtures.aConnectionWith(new Settings("direct", "our board", true)));
        var edit = new Edit(
                COMPANY,
                JOB,
                EDITOR,
                PINPOINT_JOB,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());

        assertThat(((Saved) editMapping.edit(edit)).mapping().settings())
                .isEqualTo(new MappingSettings(true, Optional.empty(), true));
    }

    @Test
    void warns_of_a_hackajob_job_on_which_nobody_can_accept() {
        hackajobJobs.publish(COMPANY, new HackajobJob(JOB, "Engineer", false, aJob().stages()));

        assertThat(((Saved) editMapping.edit(anEdit(Map.of(ACCEPTED, SCREENING)))).warnings())
                .containsExactly(new Warning(Warning.Kind.HACKAJOB_JOB_NOT_LIVE, Optional.empty()));
    }

    @Test
    void gives_each_edit_another_version() {
        var first = (Saved) editMapping.edit(anEdit(Map.of()));
        var second = (Saved) editMapping.edit(
                anEdit(Map.of(), JOB, PINPOINT_JOB, Optional.of(first.mapping().version())));

        assertThat(second.mapping().version()).isNotEqualTo(first.mapping().version());
    }

    @Test
    void refuses_while_the_company_is_not_connected() {
        var unconnected = new EditMapping(
                new InMemoryConnections(),
                hackajobJobs,
                pinpointJobs,
                mappings,
                auditor(),
                sameRandom,
                new SettableClock());

        assertThat(unconnected.edit(anEdit(Map.of()))).isEqualTo(new Refused(ErrorCode.NOT_CONNECTED, "pinpointJobId"));
    }

    @Test
    void refuses_a_hackajob_job_that_is_not_there() {
        assertRefused(
                anEdit(Map.of(), new JobId("job-9"), PINPOINT_JOB, Optional.empty()),
                new Refused(ErrorCode.JOB_NOT_FOUND, "jobId"));
    }

    @Test
    void refuses_a_pinpoint_job_that_is_not_there() {
        assertRefused(
                anEdit(Map.of(), JOB, new PinpointJobId("799"), Optional.empty()),
                new Refused(ErrorCode.JOB_NOT_FOUND, "pinpointJobId"));
    }

    @Test
    void refuses_when_pinpoint_denies() {
        pinpointJobs.deny(ErrorCode.PERMISSION_MISSING);

        assertRefused(anEdit(Map.of()), new Refused(ErrorCode.PERMISSION_MISSING, "pinpointJobId"));
    }

    @Test
    void refuses_a_stage_that_the_hackajob_job_does_not_have() {
        assertRefused(
                anEdit(Map.of(new StageId("unknown"), SCREENING)),
                new Refused(ErrorCode.INVALID_REQUEST, "stages.unknown"));
    }

    @Test
    void refuses_a_stage_that_the_pinpoint_job_does_not_have() {
        assertRefused(
                anEdit(Map.of(ACCEPTED, new PinpointStageId("1"))),
                new Refused(ErrorCode.STAGE_GONE, "stages.accepted"));
    }

    @Test
    void refuses_to_overwrite_what_the_editor_did_not_see() {
        mappings.put(MappingFixtures.aMapping());

        assertThat(editMapping.edit(anEdit(Map.of()))).isEqualTo(new Refused(ErrorCode.MAPPING_CONFLICT, "If-Match"));
        assertThat(editMapping.edit(anEdit(Map.of(), JOB, PINPOINT_JOB, Optional.of(new Version("stale")))))
                .isEqualTo(new Refused(ErrorCode.MAPPING_CONFLICT, "If-Match"));

        assertThat(mappings.find(COMPANY, JOB)).contains(MappingFixtures.aMapping());
    }

    private static Auditor auditor() {
        return new Auditor(new SplittableRandom(8), new SettableClock());
    }

    private void assertRefused(Edit edit, Refused refusal) {
        assertThat(editMapping.edit(edit)).isEqualTo(refusal);
        assertThat(mappings.find(COMPANY, edit.job())).isEmpty();
    }

    private static Edit anEdit(Map<StageId, PinpointStageId> stages) {
        return anEdit(stages, JOB, PINPOINT_JOB, Optional.empty());
    }

    private static Edit anEdit(
            Map<StageId, PinpointStageId> stages, JobId job, PinpointJobId pinpointJob, Optional<Version> seen) {
        return new Edit(COMPANY, job, EDITOR, pinpointJob, stages, Optional.of(true), Optional.empty(), false, seen);
    }

    private Mapping aMapping(Optional<PinpointStageId> accepted, Optional<PinpointStageId> interview) {
        return new Mapping(
                COMPANY,
                JOB,
                1,
                Snapshot.of(aPinpointJob(), START),
                List.of(
                        new StagePair(ACCEPTED, "Accepted", accepted),
                        new StagePair(INTERVIEW, "Interview", interview)),
                new MappingSettings(true, Optional.empty(), false),
                EDITOR,
                START,
                new Version(SecretToken.random(sameRandom).value()));
    }
}
