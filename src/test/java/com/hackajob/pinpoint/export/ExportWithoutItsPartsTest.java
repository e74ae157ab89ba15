package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.export.ExportFixtures.CV;
import static com.hackajob.pinpoint.export.ExportFixtures.CV_ADDRESS;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.PROFILE;
import static com.hackajob.pinpoint.export.ExportFixtures.bytes;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingDemanding;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.ExportOutcome.Recorded;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an export was sent with is gone before it is proved: what Pinpoint holds is proved all the same. */
class ExportWithoutItsPartsTest {

    private static final Duration LATER = Duration.ofMinutes(3);

    /** What becomes of the candidate on hackajob. */
    enum Loss {
        CANDIDATE(ErrorCode.CANDIDATE_NOT_FOUND) {
            @Override
            void happen(ExportWorld world) {
                world.candidates.remove(KEY);
            }
        },
        CV_FILE(ErrorCode.CV_UNREACHABLE) {
            @Override
            void happen(ExportWorld world) {
                world.files.put(CV_ADDRESS, new RemoteFiles.Fetch.Refused<>());
            }
        },
        CV_TYPE(ErrorCode.CV_TYPE) {
            @Override
            void happen(ExportWorld world) {
                world.files.put(CV_ADDRESS, bytes("GIF89a"));
            }
        };

        private final ErrorCode code;

        Loss(ErrorCode code) {
            this.code = code;
        }

        abstract void happen(ExportWorld world);

        Recorded failure() {
            return new Recorded(new Failed(code, Optional.empty()));
        }
    }

    private final ExportWorld world = ExportWorld.ready();

    @ParameterizedTest
    @EnumSource
    void what_a_post_without_an_answer_made_is_found_and_proved(Loss loss) {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        assertThat(world.state()).isInstanceOf(Waiting.class);
        loss.happen(world);

        world.exportAfter(LATER);

        assertThat(world.state()).isEqualTo(new Verified(proof(Origin.FOUND), START.plus(LATER)));
        assertThat(world.pinpoint.applications())
                .singleElement()
                .extracting(PinpointApplication::documents)
                .isEqualTo(List.of(CV, PROFILE));
    }

    @ParameterizedTest
    @EnumSource
    void what_pinpoint_took_and_did_not_show_is_proved(Loss loss) {
        world.pinpoint.fail(Call.READ);
        world.export();
        assertThat(world.state()).isInstanceOf(Submitted.class);
        loss.happen(world);

        world.exportAfter(LATER);

        assertThat(world.state()).isEqualTo(new Verified(proof(Origin.CREATED), START.plus(LATER)));
        assertThat(world.pinpoint.calls()).containsExactly(Call.FIND_BY_EMAIL, Call.CREATE, Call.READ, Call.READ);
    }

    @ParameterizedTest
    @EnumSource
    void where_pinpoint_has_nothing_it_fails(Loss loss) {
        world.pinpoint.fail(Call.CREATE);
        world.export();
        loss.happen(world);

        assertThat(world.exportAfter(LATER)).isEqualTo(loss.failure());

        assertThat(world.pinpoint.applications()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void where_nothing_can_have_been_sent_nobody_looks(Loss loss) {
        loss.happen(world);

        assertThat(world.export()).isEqualTo(loss.failure());

        assertThat(world.pinpoint.calls()).isEmpty();
    }

    /** To the candidate's own application something was to be added, and can't be any more. */
    @ParameterizedTest
    @EnumSource
    void an_application_of_their_own_is_no_proof(Loss loss) {
        world.pinpoint.hold(new PinpointApplication(
                new ApplicationId("500"),
                PINPOINT_JOB,
                ExportFixtures.EMAIL,
                Optional.empty(),
                new Source("direct", ""),
                Optional.empty(),
                List.of(),
                List.of(),
                false));
        world.pinpoint.fail(Call.READ);
        world.export();
        loss.happen(world);

        assertThat(world.exportAfter(LATER)).isEqualTo(loss.failure());
    }

    @Test
    void where_pinpoint_lets_nobody_look_it_waits_for_that() {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        world.candidates.remove(KEY);
        world.deny(ErrorCode.CREDENTIAL_REJECTED);

        world.exportAfter(LATER);

        assertThat(world.state()).isInstanceOf(Held.class);
    }

    /** With another CV, a replay can put it right. */
    @ParameterizedTest
    @EnumSource(names = {"CV_FILE", "CV_TYPE"})
    void an_application_that_has_lost_its_files_is_no_proof_where_only_the_cv_is_wrong(Loss loss) {
        world.pinpoint.loseFilesOfCreations();
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        loss.happen(world);

        assertThat(world.exportAfter(LATER)).isEqualTo(loss.failure());
    }

    @Test
    void where_hackajob_tells_nothing_to_the_last_what_pinpoint_has_is_proved() {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        world.candidates.goDown();

        for (int hour = 0; hour < 24 && !(world.state() instanceof Verified); hour++) {
            world.exportAfter(Duration.ofHours(8));
            assertThat(world.state()).isNotInstanceOf(Failed.class);
        }

        assertThat(((Verified) world.state()).receipt()).isEqualTo(proof(Origin.FOUND));
        assertThat(world.pinpoint.count(Call.CREATE)).isEqualTo(1);
    }

    @Test
    void before_the_last_try_it_waits_for_hackajob() {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        world.candidates.goDown();

        world.exportAfter(LATER);

        assertThat(world.state())
                .isEqualTo(
                        new Waiting(START.plus(LATER).plus(Duration.ofMinutes(2)), ErrorCode.HACKAJOB_UNAVAILABLE, 2));
        assertThat(world.pinpoint.count(Call.FIND_BY_REFERENCE)).isZero();
    }

    @Test
    void where_hackajob_tells_nothing_to_the_last_and_nothing_was_sent_nobody_looks() {
        world.candidates.goDown();
        world.export();

        for (int hour = 0; hour < 24 && !(world.state() instanceof Failed); hour++) {
            world.exportAfter(Duration.ofHours(8));
        }

        assertThat(world.state()).isEqualTo(new Failed(ErrorCode.HACKAJOB_UNAVAILABLE, Optional.empty()));
        assertThat(world.pinpoint.calls()).isEmpty();
    }

    /** What the job demands since, it did not demand of what it took. */
    @Test
    void what_a_job_demands_by_now_is_not_asked_of_what_is_there() {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        world.map(aMappingDemanding(Demand.CV));
        world.candidates.put(KEY, ExportFixtures.aCandidateWith(Optional.empty()));

        world.exportAfter(LATER);

        Receipt receipt = ((Verified) world.state()).receipt();
        assertThat(receipt.origin()).isEqualTo(Origin.FOUND);
        assertThat(receipt.files()).as("the profile was sent, and is compared").hasSize(1);
        assertThat(world.pinpoint.count(Call.CREATE)).isEqualTo(1);
    }

    /** In the stage and with the source that it was sent with, and without files to compare. */
    private Receipt proof(Origin origin) {
        var whole = ExportWorld.ready();
        whole.export();
        Receipt created = ((Verified) whole.state()).receipt();
        return new Receipt(
                new Placed(created.application(), origin, created.placed().generation()),
                created.address(),
                created.reference(),
                created.pinpointJob(),
                created.stage(),
                created.source(),
                List.of(),
                List.of(),
                created.candidateNotified(),
                START);
    }
}
