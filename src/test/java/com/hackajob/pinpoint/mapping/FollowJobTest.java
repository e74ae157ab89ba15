package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.mapping.MappingFixtures.ACCEPTED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.SCREENING;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWith;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJobWith;
import static com.hackajob.pinpoint.mapping.MappingFixtures.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Proposal;
import com.hackajob.pinpoint.updates.Update.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowJobTest {

    private static final PinpointStage APPLIED_STAGE = new PinpointStage(APPLIED, "Applied", "applied");
    private static final PinpointStage SCREENING_STAGE = new PinpointStage(SCREENING, "Screening", "custom");
    private static final PinpointStageId NEW_SCREENING = new PinpointStageId("7009");

    private final SettableClock clock = new SettableClock();
    private final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryMappings mappings = new InMemoryMappings(audit, outbox);
    private final FollowJob followJob = new FollowJob(
            pinpointJobs, mappings, new Auditor(new SplittableRandom(3), clock), new SplittableRandom(5), clock);

    @BeforeEach
    void map() {
        pinpointJobs.open(aPinpointJob());
        mappings.put(aMapping());
        clock.pass(Duration.ofMinutes(10));
    }

    @Test
    void what_is_as_it_was_keeps_its_version_and_is_known_to_be_so_now() {
        Mapping now = follow();

        assertThat(now).isEqualTo(aMapping().asOf(aPinpointJob(), clock.instant()));
        assertThat(stored()).isEqualTo(now);
        assertThat(told()).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void a_broken_stage_is_told_with_a_repair_that_only_has_to_be_accepted() {
        pinpointJobs.open(
                aPinpointJobWith("open", APPLIED_STAGE, new PinpointStage(NEW_SCREENING, "Screening", "custom")));

        Mapping now = follow();

        assertThat(stored()).isEqualTo(now);
        assertThat(now.version()).isNotEqualTo(aMapping().version());
        assertThat(now.obstacle()).contains(ErrorCode.STAGE_GONE);
        String version = now.version().value();
        assertThat(told())
                .containsExactly(new Update(
                        COMPANY.value() + "~job-1~drifted~" + version,
                        Update.Kind.MAPPING_DRIFTED,
                        Subject.of(COMPANY, JOB),
                        Optional.of(ErrorCode.STAGE_GONE),
                        clock.instant(),
                        Optional.of(new Proposal(
                                version, List.of(new Proposal.Move(ACCEPTED.value(), Optional.of("7009")))))));
        assertThat(audited())
                .extracting(AuditEntry::action, AuditEntry::code, AuditEntry::job)
                .containsExactly(tuple(Action.MAPPING_DRIFTED, Optional.of(ErrorCode.STAGE_GONE), Optional.of(JOB)));
    }

    @Test
    void a_job_that_pinpoint_has_no_more_is_told_without_a_repair() {
        pinpointJobs.remove(PINPOINT_JOB);

        assertThat(follow().pinpointJob()).isEqualTo(aPinpointJob().gone());

        assertThat(told())
                .extracting(Update::code, Update::detail)
                .containsExactly(tuple(Optional.of(ErrorCode.JOB_NOT_FOUND), Optional.empty()));
    }

    @Test
    void a_renamed_stage_is_noted_and_nobody_is_bothered() {
        pinpointJobs.open(
                aPinpointJobWith("open", APPLIED_STAGE, new PinpointStage(SCREENING, "Phone call", "custom")));

        follow();

        assertThat(told()).isEmpty();
        assertThat(audited()).extracting(AuditEntry::action).containsExactly(Action.MAPPING_FOLLOWED);
        assertThat(stored().drift().findings()).hasSize(1);
    }

    @Test
    void what_is_broken_is_told_once() {
        pinpointJobs.open(aPinpointJobWith("open", APPLIED_STAGE));
        follow();
        pinpointJobs.open(aPinpointJobWith("open", new PinpointStage(APPLIED, "New", "applied")));
        follow();

        assertThat(told()).hasSize(1);
    }

    @Test
    void what_breaks_besides_or_breaks_again_is_told_again() {
        pinpointJobs.open(aPinpointJobWith("open", APPLIED_STAGE));
        follow();
        pinpointJobs.open(aPinpointJobWith("closed", APPLIED_STAGE));
        follow();
        pinpointJobs.open(aPinpointJob());
        follow();
        pinpointJobs.open(aPinpointJobWith("closed", APPLIED_STAGE, SCREENING_STAGE));
        follow();

        assertThat(told())
                .extracting(Update::code)
                .containsExactlyInAnyOrder(
                        Optional.of(ErrorCode.STAGE_GONE),
                        Optional.of(ErrorCode.JOB_CLOSED),
                        Optional.of(ErrorCode.JOB_CLOSED));
        assertThat(told()).extracting(Update::id).doesNotHaveDuplicates();
        assertThat(audited())
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder(
                        Action.MAPPING_DRIFTED,
                        Action.MAPPING_DRIFTED,
                        Action.MAPPING_FOLLOWED,
                        Action.MAPPING_DRIFTED);
    }

    @Test
    void an_edit_that_came_in_between_stands_and_nothing_is_told_of_the_old_one() {
        Mapping seen = stored();
        mappings.put(aMappingWith(new Version("edited")));
        pinpointJobs.open(aPinpointJobWith("closed", APPLIED_STAGE, SCREENING_STAGE));

        assertThat(followJob.follow(aConnection(), seen))
                .isEqualTo(new PinpointAnswer.Given<>(aMappingWith(new Version("edited"))));

        assertThat(stored()).isEqualTo(aMappingWith(new Version("edited")));
        assertThat(told()).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void a_mapping_that_was_removed_in_between_stays_removed() {
        mappings.remove(aMapping(), anEntry("entry-1"));

        assertThat(followJob.follow(aConnection(), aMapping())).isEqualTo(new PinpointAnswer.Absent<>());

        assertThat(mappings.find(COMPANY, JOB)).isEmpty();
    }

    @Test
    void a_denial_changes_nothing() {
        pinpointJobs.deny(ErrorCode.PERMISSION_MISSING);

        assertThat(followJob.follow(aConnection(), aMapping()))
                .isEqualTo(new PinpointAnswer.Denied<>(ErrorCode.PERMISSION_MISSING));

        assertThat(stored()).isEqualTo(aMapping());
    }

    private Mapping follow() {
        return ((PinpointAnswer.Given<Mapping>) followJob.follow(aConnection(), stored())).value();
    }

    private Mapping stored() {
        return mappings.find(COMPANY, JOB).orElseThrow();
    }

    private List<Update> told() {
        return outbox.pending(START.plus(Duration.ofDays(1)));
    }

    private List<AuditEntry> audited() {
        return audit.list(COMPANY, Optional.empty(), 10).entries();
    }
}
