package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.export.ExportFixtures.COMMENT;
import static com.hackajob.pinpoint.export.ExportFixtures.CV;
import static com.hackajob.pinpoint.export.ExportFixtures.EMAIL;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.PROFILE;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidateWith;
import static com.hackajob.pinpoint.export.ExportFixtures.aFile;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.SCREENING;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingThatMails;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingWithoutStages;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.export.ExportOutcome.NotDue;
import com.hackajob.pinpoint.export.ExportOutcome.Recorded;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.export.Receipt.Kind;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.export.Receipt.ReadBack;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.updates.Update;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an export does when nothing breaks on the way. What goes in is in {@link PrepareSubmissionTest}, what breaks in {@link ExportThroughOutagesTest}. */
class ExportCandidateTest {

    private static final Duration HOLD = Duration.ofMinutes(15);

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void creates_an_application_with_stage_files_source_reference_and_comment_and_without_a_mail() {
        assertThat(world.export()).isEqualTo(new Recorded(new Verified(aReceipt(SCREENING, false), START)));

        assertThat(world.pinpoint.applications()).containsExactly(anApplication(Optional.of(SCREENING), false));
    }

    @Test
    void looks_once_before_it_creates_and_reads_back_once() {
        world.export();

        assertThat(world.pinpoint.calls()).containsExactly(Call.FIND_BY_EMAIL, Call.CREATE, Call.READ);
    }

    @Test
    void has_pinpoint_mail_the_candidate_where_the_mapping_says_so() {
        world.map(aMappingThatMails());

        assertThat(world.export()).isEqualTo(new Recorded(new Verified(aReceipt(SCREENING, true), START)));

        assertThat(world.pinpoint.applications()).containsExactly(anApplication(Optional.of(SCREENING), true));
    }

    @Test
    void leaves_the_stage_to_pinpoint_where_the_mapping_is_blank() {
        world.map(aMappingWithoutStages());

        assertThat(world.export()).isEqualTo(new Recorded(new Verified(aReceipt(APPLIED, false), START)));

        assertThat(world.pinpoint.applications()).containsExactly(anApplication(Optional.empty(), false));
    }

    @Test
    void sends_the_profile_alone_where_there_is_no_cv() {
        world.candidates.put(KEY, aCandidateWith(Optional.empty()));

        world.export();

        assertThat(world.pinpoint.applications())
                .extracting(PinpointApplication::documents)
                .containsExactly(List.of(PROFILE));
        assertThat(receipt().files()).containsExactly(aFile(Kind.PROFILE, PROFILE, ReadBack.EQUAL));
    }

    @Test
    void puts_what_the_profile_could_not_show_on_the_receipt() {
        world.profiles.cannotDraw("U+4E2D", "U+6587");

        world.export();

        assertThat(receipt().missingGlyphs()).containsExactly("U+4E2D", "U+6587");
    }

    @Test
    void tells_hackajob_that_it_is_verified_and_empties_the_outbox() {
        world.export();

        assertThat(world.updates.sent())
                .containsExactly(new Update(
                        "company-1~job-1~candidate-1~1",
                        Update.Kind.EXPORT_VERIFIED,
                        KEY.subject(),
                        Optional.empty(),
                        START));
        assertThat(world.pending()).isEmpty();
    }

    @Test
    void the_same_event_twice_makes_one_application() {
        world.export();

        assertThat(world.exportAfter(Duration.ofDays(30))).isEqualTo(new NotDue());

        assertThat(world.pinpoint.applications()).hasSize(1);
        assertThat(world.updates.sent()).hasSize(1);
    }

    @Test
    void skips_a_candidate_of_a_job_that_is_not_mapped() {
        var unmapped = new ExportWorld();

        assertThat(unmapped.export()).isEqualTo(new Recorded(new Skipped()));

        assertThat(unmapped.pinpoint.calls()).isEmpty();
        assertThat(unmapped.updates.sent()).isEmpty();
    }

    @Test
    void holds_a_candidate_of_a_company_that_is_not_connected_and_tells_it_once() {
        var unconnected = new ExportWorld();
        unconnected.map(aMapping());

        assertThat(unconnected.export()).isEqualTo(held(ErrorCode.NOT_CONNECTED, HOLD));
        assertThat(unconnected.exportAfter(HOLD)).isEqualTo(held(ErrorCode.NOT_CONNECTED, HOLD.multipliedBy(2)));

        assertThat(unconnected.updates.sent())
                .containsExactly(anUpdate(1, Update.Kind.EXPORT_HELD, ErrorCode.NOT_CONNECTED));
    }

    @Test
    void takes_a_held_candidate_up_again_once_the_company_is_connected() {
        var connectedLater = new ExportWorld();
        connectedLater.map(aMapping());
        connectedLater.export();
        connectedLater.connect(ConnectionFixtures.aConnection());

        assertThat(connectedLater.exportAfter(HOLD.minusMillis(1))).isEqualTo(new NotDue());
        assertThat(connectedLater.exportAfter(Duration.ofMillis(1)))
                .isEqualTo(new Recorded(new Verified(aReceipt(SCREENING, false), START.plus(HOLD))));
    }

    @Test
    void tells_of_another_reason_to_wait_as_well() {
        world.deny(ErrorCode.CREDENTIAL_REJECTED);
        world.export();
        world.allow();
        world.pinpoint.refuse(ErrorCode.STAGE_GONE, "Stage must exist");
        world.exportAfter(HOLD);

        assertThat(world.updates.sent())
                .extracting(Update::code)
                .containsExactly(Optional.of(ErrorCode.CREDENTIAL_REJECTED), Optional.of(ErrorCode.STAGE_GONE));
    }

    @ParameterizedTest
    @EnumSource(names = {"STAGE_GONE", "JOB_CLOSED", "JOB_NOT_FOUND"})
    void holds_what_an_edit_of_the_mapping_can_mend_and_sends_it_afterwards(ErrorCode code) {
        world.pinpoint.refuse(code, "Pinpoint's words");
        assertThat(world.export()).isEqualTo(held(code, HOLD));

        world.pinpoint.accept();
        assertThat(world.exportAfter(HOLD))
                .isEqualTo(new Recorded(new Verified(aReceipt(SCREENING, false), START.plus(HOLD))));
    }

    @Test
    void fails_with_pinpoints_words_when_it_refuses() {
        world.pinpoint.refuse(ErrorCode.PINPOINT_REFUSED, "Email is invalid");

        assertThat(world.export())
                .isEqualTo(new Recorded(new Failed(ErrorCode.PINPOINT_REFUSED, Optional.of("Email is invalid"))));

        assertThat(world.updates.sent())
                .containsExactly(anUpdate(1, Update.Kind.EXPORT_FAILED, ErrorCode.PINPOINT_REFUSED));
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"FIND_BY_EMAIL", "CREATE", "READ"})
    void holds_when_pinpoint_denies_and_goes_on_where_it_stopped(Call denied) {
        world.pinpoint.meanwhile(denied, () -> world.deny(ErrorCode.PERMISSION_MISSING));
        assertThat(world.export()).isEqualTo(held(ErrorCode.PERMISSION_MISSING, HOLD));

        world.allow();
        world.exportAfter(HOLD);

        assertThat(world.state()).isInstanceOf(Verified.class);
        assertThat(world.pinpoint.applications()).containsExactly(anApplication(Optional.of(SCREENING), false));
    }

    private Receipt receipt() {
        return ((Verified) world.state()).receipt();
    }

    private static Recorded held(ErrorCode code, Duration until) {
        return new Recorded(new Held(START.plus(until), code));
    }

    private static Update anUpdate(long version, Update.Kind kind, ErrorCode code) {
        return new Update("company-1~job-1~candidate-1~" + version, kind, KEY.subject(), Optional.of(code), START);
    }

    private static PinpointApplication anApplication(Optional<PinpointStageId> stage, boolean mailed) {
        return new PinpointApplication(
                new ApplicationId("9001"),
                PINPOINT_JOB,
                EMAIL,
                stage,
                new Source("job_board", "hackajob"),
                Optional.of(new Reference("hackajob:company-1/job-1/candidate-1")),
                List.of(CV, PROFILE),
                List.of(COMMENT),
                mailed);
    }

    private static Receipt aReceipt(PinpointStageId stage, boolean mailed) {
        return new Receipt(
                new Placed(new ApplicationId("9001"), Origin.CREATED, 1),
                URI.create("https://acme.example.com/applications/9001"),
                Optional.of(KEY.reference()),
                PINPOINT_JOB,
                new Receipt.Stage(stage, "Stage " + stage.value()),
                new Source("job_board", "hackajob"),
                List.of(aFile(Kind.CV, CV, ReadBack.EQUAL), aFile(Kind.PROFILE, PROFILE, ReadBack.EQUAL)),
                List.of(),
                mailed,
                ExportFixtures.ACCEPTED_AT);
    }
}
