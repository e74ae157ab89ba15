package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ended;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.SCREENING;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingInAnotherAccount;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJobWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.mapping.EditMapping.Outcome;
import com.hackajob.pinpoint.mapping.EditMapping.Outcome.Refused;
import com.hackajob.pinpoint.mapping.EditMapping.Outcome.Saved;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepairMappingTest {

    private static final UserId EDITOR = new UserId("user-9");
    private static final PinpointStage APPLIED_STAGE = new PinpointStage(APPLIED, "Applied", "applied");
    private static final PinpointStage SCREENING_STAGE = new PinpointStage(SCREENING, "Screening", "custom");
    private static final PinpointStage NEW_SCREENING =
            new PinpointStage(new PinpointStageId("7009"), "Screening", "custom");

    private final SettableClock clock = new SettableClock();
    private final InMemoryConnections connections = new InMemoryConnections();
    private final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryMappings mappings = new InMemoryMappings(audit, new InMemoryOutbox());
    private final Auditor auditor = new Auditor(new SplittableRandom(3), clock);
    private final FollowJob followJob = new FollowJob(pinpointJobs, mappings, auditor, new SplittableRandom(5), clock);
    private final RepairMapping repairMapping =
            new RepairMapping(connections, mappings, followJob, auditor, new SplittableRandom(7), clock);

    @BeforeEach
    void map() {
        connections.put(aConnection());
        mappings.put(aMapping());
        pinpointJobs.open(aPinpointJob());
    }

    @Test
    void does_what_was_proposed_and_counts_as_mapped_by_whoever_accepted_it() {
        Version proposed = drift(aPinpointJobWith("open", APPLIED_STAGE, NEW_SCREENING));

        var repaired = ((Saved) repair(proposed)).mapping();

        assertThat(stored()).isEqualTo(repaired);
        assertThat(repaired.acceptanceStage()).contains(NEW_SCREENING.id());
        assertThat(repaired.drift().isNone()).isTrue();
        assertThat(repaired.editedBy()).isEqualTo(EDITOR);
        assertThat(repaired.version()).isNotEqualTo(proposed);
        assertThat(audit.list(COMPANY, Optional.empty(), 1).entries().getFirst())
                .satisfies(entry -> assertThat(entry.action()).isEqualTo(Action.MAPPING_REPAIRED))
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(Actor.user(EDITOR)));
    }

    @Test
    void takes_note_of_what_was_only_followed() {
        Version noted =
                drift(aPinpointJobWith("open", APPLIED_STAGE, new PinpointStage(SCREENING, "Phone call", "custom")));

        assertThat(((Saved) repair(noted)).mapping().drift().isNone()).isTrue();
        assertThat(stored().acceptanceStage()).contains(SCREENING);
    }

    @Test
    void a_mapping_that_has_not_drifted_stays_as_it_is() {
        assertThat(repair(aMapping().version())).isInstanceOf(Saved.class);

        assertThat(stored()).isEqualTo(aMapping());
        assertThat(audit.list(COMPANY, Optional.empty(), 1).entries()).isEmpty();
    }

    @Test
    void does_nothing_else_than_was_proposed_where_pinpoint_changed_again() {
        Version proposed = drift(aPinpointJobWith("open", APPLIED_STAGE, NEW_SCREENING));
        pinpointJobs.open(aPinpointJobWith("open", APPLIED_STAGE));

        assertThat(repair(proposed)).isEqualTo(new Refused(ErrorCode.MAPPING_CONFLICT, "If-Match"));

        assertThat(stored().acceptanceStage()).contains(SCREENING);
        assertThat(stored().repair().orElseThrow().moves().getFirst().pinpointStage())
                .isEmpty();
    }

    @Test
    void refuses_a_proposal_of_another_version() {
        drift(aPinpointJobWith("open", APPLIED_STAGE, NEW_SCREENING));

        assertThat(repair(aMapping().version())).isEqualTo(new Refused(ErrorCode.MAPPING_CONFLICT, "If-Match"));
    }

    @Test
    void can_do_nothing_about_a_job_that_is_closed_or_gone() {
        Version closed = drift(aPinpointJobWith("closed", APPLIED_STAGE, SCREENING_STAGE));
        assertThat(repair(closed)).isEqualTo(new Refused(ErrorCode.JOB_CLOSED, "jobId"));

        pinpointJobs.remove(MappingFixtures.PINPOINT_JOB);
        repair(closed);
        assertThat(repair(stored().version())).isEqualTo(new Refused(ErrorCode.JOB_NOT_FOUND, "jobId"));
    }

    @Test
    void says_what_has_to_be_there_first() {
        connections.put(ended());
        assertThat(repair(aMapping().version())).isEqualTo(new Refused(ErrorCode.NOT_CONNECTED, "jobId"));

        connections.put(aConnection());
        mappings.put(aMappingInAnotherAccount());
        assertThat(repair(aMapping().version())).isEqualTo(new Refused(ErrorCode.MAPPING_OUTDATED, "jobId"));

        mappings.put(aMapping());
        pinpointJobs.deny(ErrorCode.PERMISSION_MISSING);
        assertThat(repair(aMapping().version())).isEqualTo(new Refused(ErrorCode.PERMISSION_MISSING, "jobId"));

        mappings.remove(aMapping(), MappingFixtures.anEntry("entry-1"));
        assertThat(repair(aMapping().version())).isEqualTo(new Refused(ErrorCode.MAPPING_NOT_FOUND, "jobId"));
    }

    /** Pinpoint's side becomes that, and is followed. */
    private Version drift(PinpointJob live) {
        pinpointJobs.open(live);
        followJob.follow(aConnection(), stored());
        clock.pass(Duration.ofMinutes(1));
        return stored().version();
    }

    private Outcome repair(Version seen) {
        return repairMapping.repair(COMPANY, JOB, EDITOR, seen);
    }

    private Mapping stored() {
        return mappings.find(COMPANY, JOB).orElseThrow();
    }
}
