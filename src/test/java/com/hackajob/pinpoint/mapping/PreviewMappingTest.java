package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionToAnotherAccount;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ended;
import static com.hackajob.pinpoint.mapping.MappingFixtures.ACCEPTED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.SCREENING;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWithSettings;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWithoutStages;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.mapping.MappingSettings.Source;
import com.hackajob.pinpoint.mapping.PreviewMapping.Preview;
import com.hackajob.pinpoint.mapping.PreviewMapping.Preview.Arrival;
import com.hackajob.pinpoint.mapping.PreviewMapping.Preview.Nothing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewMappingTest {

    private static final Source HACKAJOB = new Source("job_board", "hackajob");
    private static final PinpointStage SCREENING_STAGE = new PinpointStage(SCREENING, "Screening", "custom");

    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryMappings mappings = new InMemoryMappings();
    private final FakeHackajobJobs hackajobJobs = new FakeHackajobJobs();
    private final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    private final PreviewMapping preview = new PreviewMapping(connections, mappings, hackajobJobs, pinpointJobs);

    @BeforeEach
    void map() {
        connections.put(aConnection());
        hackajobJobs.publish(COMPANY, aJob());
        pinpointJobs.open(aPinpointJob());
        mappings.put(aMapping());
    }

    @Test
    void a_candidate_arrives_in_the_stage_that_was_chosen() {
        assertThat(preview())
                .isEqualTo(new Arrival(
                        aPinpointJob(), Optional.of(SCREENING_STAGE), HACKAJOB, false, List.of(), List.of()));
    }

    @Test
    void without_a_stage_a_candidate_arrives_in_the_applied_one() {
        mappings.put(aMappingWithoutStages());

        assertThat(preview())
                .isEqualTo(new Arrival(
                        aPinpointJob(),
                        Optional.of(new PinpointStage(APPLIED, "Applied", "applied")),
                        HACKAJOB,
                        false,
                        List.of(),
                        List.of(new Warning(Warning.Kind.ACCEPTANCE_BLANK, Optional.of(ACCEPTED)))));
    }

    @Test
    void source_and_mails_are_those_of_the_job_where_it_has_its_own() {
        mappings.put(aMappingWithSettings());

        assertThat(preview())
                .isEqualTo(new Arrival(
                        aPinpointJob(),
                        Optional.of(SCREENING_STAGE),
                        new Source("direct", "our board"),
                        true,
                        List.of(),
                        List.of()));
    }

    @Test
    void looks_at_the_job_as_it_is_and_not_as_it_was_when_it_was_mapped() {
        var renamed = new PinpointStage(SCREENING, "Phone call", "custom");
        var live = new PinpointJob(PINPOINT_JOB, "Senior Engineer", "open", List.of(renamed), Set.of());
        pinpointJobs.open(live);

        assertThat(preview()).isEqualTo(new Arrival(live, Optional.of(renamed), HACKAJOB, false, List.of(), List.of()));
    }

    @Test
    void names_a_stage_that_is_of_another_kind_than_when_it_was_chosen() {
        var rejecting = new PinpointStage(SCREENING, "Screening", "rejected");
        pinpointJobs.open(new PinpointJob(PINPOINT_JOB, "Engineer", "open", List.of(rejecting), Set.of()));

        assertThat(((Arrival) preview()).problems()).containsExactly(ErrorCode.STAGE_CHANGED);
    }

    @Test
    void names_each_thing_that_stands_in_the_way() {
        var live = new PinpointJob(PINPOINT_JOB, "Engineer", "closed", List.of(), Set.of());
        pinpointJobs.open(live);
        connections.put(ConnectionFixtures.inAttention(ErrorCode.API_DISABLED, START));

        assertThat(preview())
                .isEqualTo(new Arrival(
                        live,
                        Optional.empty(),
                        HACKAJOB,
                        false,
                        List.of(ErrorCode.API_DISABLED, ErrorCode.JOB_CLOSED, ErrorCode.STAGE_GONE),
                        List.of(new Warning(Warning.Kind.PINPOINT_JOB_NOT_OPEN, Optional.empty()))));
    }

    @Test
    void nobody_is_sent_without_a_mapping_a_connection_or_a_job() {
        pinpointJobs.deny(ErrorCode.CREDENTIAL_REJECTED);
        assertThat(preview()).isEqualTo(new Nothing(ErrorCode.CREDENTIAL_REJECTED));

        connections.put(aConnectionToAnotherAccount());
        assertThat(preview()).isEqualTo(new Nothing(ErrorCode.MAPPING_OUTDATED));

        connections.put(ended());
        assertThat(preview()).isEqualTo(new Nothing(ErrorCode.NOT_CONNECTED));

        mappings.remove(aMapping(), MappingFixtures.anEntry("entry-1"));
        assertThat(preview()).isEqualTo(new Nothing(ErrorCode.UNMAPPED));
    }

    @Test
    void a_pinpoint_job_that_is_gone_takes_nobody() {
        var elsewhere = new PreviewMapping(connections, mappings, hackajobJobs, new FakePinpointJobs());

        assertThat(elsewhere.preview(COMPANY, JOB)).isEqualTo(new Nothing(ErrorCode.JOB_NOT_FOUND));
    }

    private Preview preview() {
        return preview.preview(COMPANY, JOB);
    }
}
