package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidate;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJobWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.export.MaintainConnection.Outcome;
import com.hackajob.pinpoint.mapping.PinpointStage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What looking after a connection does for the exports that waited. */
class MaintainConnectionTest {

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void a_connection_that_works_again_lets_go_once_all_that_waited_for_it() {
        world.deny(ErrorCode.CREDENTIAL_REJECTED);
        accept("candidate-1");
        accept("candidate-2");
        assertThat(maintain()).isEqualTo(new Outcome.Looked(0));

        world.pinpoint.allow();
        world.accounts.accept();

        assertThat(maintain()).isEqualTo(new Outcome.Looked(2));
        assertThat(connection().upkeep().drains()).isFalse();
        assertThat(maintain()).isEqualTo(new Outcome.Looked(0));
    }

    @Test
    void a_stage_that_is_there_again_lets_go_those_who_waited_for_it() {
        world.pinpointJobs.open(aPinpointJobWith("open", new PinpointStage(APPLIED, "Applied", "applied")));
        assertThat(maintain()).isEqualTo(new Outcome.Looked(0));
        accept("candidate-1");
        accept("candidate-2");
        accept("candidate-3");
        world.pinpointJobs.open(aPinpointJob());
        world.clock.pass(Duration.ofHours(1));

        assertThat(maintain()).isEqualTo(new Outcome.Looked(3));
    }

    @Test
    void one_that_cannot_be_tried_now_is_tried_again_in_a_while_and_lets_nobody_go() {
        world.accounts.goDown();
        world.clock.pass(Duration.ofMinutes(5));

        assertThat(maintain()).isEqualTo(new Outcome.NoAnswer(ErrorCode.PINPOINT_UNAVAILABLE));

        assertThat(connection().upkeep().due()).contains(world.clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(connection().status())
                .isEqualTo(ConnectionFixtures.aConnection().status());
    }

    /** Else its message would come again and again, and all the company's others wait behind it. */
    @Test
    void a_bug_in_looking_after_it_is_tried_again_in_a_while_as_well() {
        var bug = new IllegalStateException("a bug");
        world.accounts.meanwhile(() -> {
            throw bug;
        });
        world.clock.pass(Duration.ofMinutes(5));

        assertThat(maintain()).isEqualTo(new Outcome.Broken(bug));

        assertThat(connection().upkeep().due()).contains(world.clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void the_credential_of_one_that_has_ended_is_deleted_where_its_end_did_not_come_so_far() {
        world.connect(ConnectionFixtures.ending());

        assertThat(maintain()).isEqualTo(new Outcome.Looked(0));

        assertThat(world.credentials.isDeleted(COMPANY)).isTrue();
    }

    private Outcome maintain() {
        return world.maintainConnection.maintain(COMPANY);
    }

    private void accept(String candidate) {
        world.candidates.put(aKey(candidate), aCandidate());
        assertThat(world.exportCandidate.export(aKey(candidate)))
                .extracting(outcome -> ((ExportOutcome.Recorded) outcome).state())
                .isInstanceOf(ExportState.Held.class);
    }

    private Connection connection() {
        return world.connections.find(COMPANY).orElseThrow();
    }
}
