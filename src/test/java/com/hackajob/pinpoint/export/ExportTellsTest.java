package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionThatHasNotWritten;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.permissions;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidate;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingOn;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJobWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Permission;
import com.hackajob.pinpoint.export.ExportOutcome.Recorded;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.mapping.PinpointStage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What whoever had an export taken up is told, which is what the ledger says, and what the connection learns by it. */
class ExportTellsTest {

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void that_it_is_given_up() {
        for (int deaths = 0; deaths <= 10; deaths++) {
            world.takeOver();
            world.clock.pass(Duration.ofHours(1));
        }

        assertThat(world.export()).isEqualTo(new Recorded(world.state()));
    }

    @Test
    void that_it_waits_where_pinpoint_denied_it_once_and_lets_us_in_after_all() {
        world.pinpoint.deny(ErrorCode.CREDENTIAL_REJECTED);

        ExportOutcome told = world.export();

        var waiting = new Waiting(world.clock.instant().plus(Duration.ofMinutes(1)), ErrorCode.PINPOINT_UNAVAILABLE, 1);
        assertThat(told).isEqualTo(new Recorded(waiting));
        assertThat(world.state()).isEqualTo(waiting);
    }

    @Test
    void that_it_is_held_without_asking_where_the_connection_is_known_not_to_work() {
        world.deny(ErrorCode.CREDENTIAL_REJECTED);
        world.export();
        world.candidates.put(aKey("candidate-2"), aCandidate());
        int before = world.pinpoint.calls().size();

        ExportOutcome told = world.exportCandidate.export(aKey("candidate-2"));

        assertThat(told)
                .isEqualTo(
                        new Recorded(new Held(world.clock.instant().plus(Times.HOLD), ErrorCode.CREDENTIAL_REJECTED)));
        assertThat(world.pinpoint.calls()).hasSize(before);
    }

    @Test
    void that_it_went_through_where_a_permission_was_missing_that_has_been_given() {
        world.deny(ErrorCode.PERMISSION_MISSING);
        world.export();
        world.pinpoint.allow();
        world.candidates.put(aKey("candidate-2"), aCandidate());

        ExportOutcome told = world.exportCandidate.export(aKey("candidate-2"));

        assertThat(((Recorded) told).state()).isInstanceOf(Verified.class);
    }

    @Test
    void that_it_went_through_once_the_stage_was_put_right() {
        world.map(aMappingOn(aPinpointJobWith("open", new PinpointStage(APPLIED, "Applied", "applied"))));
        world.export();
        world.pinpointJobs.open(aPinpointJob());

        ExportOutcome told = world.exportAfter(Times.HOLD);

        assertThat(world.state()).isInstanceOf(Verified.class);
        assertThat(told).isEqualTo(new Recorded(world.state()));
    }

    @Test
    void that_it_could_be_read_back_in_the_end() {
        world.pinpoint.fail(Call.READ);
        assertThat(((Recorded) world.export()).state()).isInstanceOf(Submitted.class);

        ExportOutcome told = world.exportAfter(Duration.ofMinutes(1));

        assertThat(world.state()).isInstanceOf(Verified.class);
        assertThat(told).isEqualTo(new Recorded(world.state()));
    }

    @Test
    void pinpoint_is_left_in_peace_after_a_creation_without_an_answer() {
        world.pinpoint.loseAnswer(Call.CREATE);

        world.export();

        assertThat(connection().upkeep().notBefore(world.clock.instant()))
                .contains(world.clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void pinpoint_is_left_in_peace_after_reading_back_had_no_answer() {
        world.pinpoint.fail(Call.READ);

        world.export();

        assertThat(connection().upkeep().notBefore(world.clock.instant()))
                .contains(world.clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void what_it_created_shows_that_the_credential_may_write() {
        world.connect(aConnectionThatHasNotWritten());

        world.export();

        assertThat(connection().link().permissions()).isEqualTo(permissions(Permission.State.OK));
    }

    @Test
    void what_it_only_found_shows_nothing_of_the_sort() {
        world.connect(aConnectionThatHasNotWritten());
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();

        world.exportAfter(Duration.ofHours(1));

        assertThat(((Verified) world.state()).receipt().origin()).isEqualTo(Receipt.Origin.FOUND);
        assertThat(connection().link().permissions()).isEqualTo(permissions(Permission.State.UNKNOWN));
    }

    private Connection connection() {
        return world.connections.find(KEY.company()).orElseThrow();
    }
}
