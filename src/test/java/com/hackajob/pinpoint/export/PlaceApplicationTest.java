package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.export.ExportFixtures.COMMENT;
import static com.hackajob.pinpoint.export.ExportFixtures.CV;
import static com.hackajob.pinpoint.export.ExportFixtures.CV_BESIDE_THEIRS;
import static com.hackajob.pinpoint.export.ExportFixtures.EMAIL;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.PROFILE;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidate;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidateCalled;
import static com.hackajob.pinpoint.export.ExportFixtures.aFile;
import static com.hackajob.pinpoint.export.ExportFixtures.aKeyOfAnotherJob;
import static com.hackajob.pinpoint.export.ExportFixtures.bytes;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.ExportOutcome.Recorded;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.export.Receipt.Kind;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.export.Receipt.ReadBack;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an export does about an application that Pinpoint holds already. */
class PlaceApplicationTest {

    private static final Document THEIR_CV = new Document("cv.pdf", "application/pdf", bytes("%PDF their own"));
    private static final Duration SETTLED = Duration.ofSeconds(120 + 5);
    private static final Source DIRECT = new Source("direct", "careers page");

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void adopts_somebody_elses_application_adding_files_and_a_comment_and_leaving_the_rest() {
        world.pinpoint.hold(anApplication("500", Optional.empty()));

        assertThat(world.export())
                .isEqualTo(new Recorded(new Verified(
                        aReceipt(
                                Origin.ADOPTED,
                                Optional.empty(),
                                List.of(
                                        aFile(Kind.CV, CV, ReadBack.EQUAL),
                                        aFile(Kind.PROFILE, PROFILE, ReadBack.EQUAL))),
                        START)));

        assertThat(world.pinpoint.applications())
                .containsExactly(anApplication("500", Optional.empty())
                        .withDocuments(List.of(CV_BESIDE_THEIRS, PROFILE))
                        .withComment(COMMENT));
    }

    @Test
    void adds_its_cv_to_an_adopted_application_also_where_theirs_has_the_same_name() {
        var theirs = new Document(CV.fileName(), "application/pdf", bytes("%PDF another"));
        var withCv = anApplication("500", Optional.empty()).withDocuments(List.of(theirs));
        world.pinpoint.hold(withCv);

        world.export();

        assertThat(world.pinpoint.applications())
                .containsExactly(
                        withCv.withDocuments(List.of(CV_BESIDE_THEIRS, PROFILE)).withComment(COMMENT));
        assertThat(receipt().files())
                .containsExactly(aFile(Kind.CV, CV, ReadBack.EQUAL), aFile(Kind.PROFILE, PROFILE, ReadBack.EQUAL));
    }

    @Test
    void adds_only_the_files_that_an_adopted_application_lacks() {
        var withCv = anApplication("500", Optional.empty()).withDocuments(List.of(CV_BESIDE_THEIRS));
        world.pinpoint.hold(withCv);

        world.export();

        assertThat(world.pinpoint.applications())
                .containsExactly(withCv.withDocuments(List.of(PROFILE)).withComment(COMMENT));
    }

    @Test
    void adopts_nobody_with_another_address_on_the_same_job_when_pinpoint_leaves_the_filters_out_of_account() {
        var stranger = anApplicationOf("stranger@example.com", PINPOINT_JOB);
        world.pinpoint.hold(stranger);
        world.pinpoint.ignoreFilters();

        world.export();

        assertThat(receipt().origin()).isEqualTo(Origin.CREATED);
        assertThat(world.pinpoint.applications()).hasSize(2).contains(stranger);
    }

    @Test
    void shares_the_application_of_another_export_of_ours_and_changes_nothing_in_it() {
        var reference = Optional.of(aKeyOfAnotherJob().reference());
        world.pinpoint.hold(anApplication("500", reference));

        assertThat(world.export())
                .isEqualTo(new Recorded(new Verified(aReceipt(Origin.SHARED, reference, List.of()), START)));

        assertThat(world.pinpoint.applications()).containsExactly(anApplication("500", reference));
    }

    @Test
    void finds_the_application_of_an_earlier_attempt_of_its_own() {
        var ours = anApplication("500", Optional.of(KEY.reference())).withDocuments(List.of(CV, PROFILE));
        world.pinpoint.hold(ours);

        world.export();

        assertThat(receipt().origin()).isEqualTo(Origin.FOUND);
        assertThat(world.pinpoint.applications()).containsExactly(ours);
    }

    @Test
    void finds_its_own_after_a_lost_answer_even_if_the_candidate_has_another_address_by_now() {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        world.candidates.put(KEY, aCandidateCalled(KEY.candidate().value()));

        world.exportAfter(Duration.ofHours(1));

        assertThat(world.pinpoint.applications()).hasSize(1);
        assertThat(((Verified) world.state()).receipt().origin()).isEqualTo(Origin.FOUND);
    }

    @Test
    void takes_its_own_before_a_shared_one_before_anybodys() {
        world.pinpoint.hold(anApplication("500", Optional.empty()));
        world.pinpoint.hold(anApplication("501", Optional.of(aKeyOfAnotherJob().reference())));
        world.pinpoint.hold(anApplication("502", Optional.of(KEY.reference())));

        world.export();

        assertThat(receipt().application()).isEqualTo(new ApplicationId("502"));
    }

    @Test
    void takes_a_shared_one_before_anybodys() {
        world.pinpoint.hold(anApplication("500", Optional.of(new Reference("other-system:1"))));
        world.pinpoint.hold(anApplication("501", Optional.of(aKeyOfAnotherJob().reference())));

        world.export();

        assertThat(receipt().application()).isEqualTo(new ApplicationId("501"));
    }

    @Test
    void adopts_an_application_that_arrives_between_looking_and_creating() {
        world.pinpoint.refuseDuplicates();
        world.pinpoint.meanwhile(Call.CREATE, () -> world.pinpoint.hold(anApplication("500", Optional.empty())));

        world.export();

        assertThat(receipt().origin()).isEqualTo(Origin.ADOPTED);
        assertThat(world.pinpoint.applications()).hasSize(1);
    }

    @Test
    void looks_again_later_when_pinpoint_says_that_it_is_there_and_does_not_show_it_yet() {
        world.pinpoint.refuseDuplicates();
        world.pinpoint.showAfter(Duration.ofSeconds(60));
        world.pinpoint.meanwhile(Call.CREATE, () -> world.pinpoint.create(aSubmissionOf(aKeyOfAnotherJob())));

        assertThat(world.export()).isEqualTo(new Recorded(waitingUntilSettled()));
        world.exportAfter(SETTLED);

        assertThat(receipt().origin()).isEqualTo(Origin.SHARED);
        assertThat(world.pinpoint.applications()).hasSize(1);
    }

    @Test
    void fails_when_pinpoint_says_that_it_is_there_and_never_shows_it() {
        world.pinpoint.refuseAsDuplicate();

        assertThat(world.export()).isEqualTo(new Recorded(waitingUntilSettled()));
        world.exportAfter(SETTLED);
        world.exportAfter(SETTLED);

        assertThat(world.exportAfter(Duration.ofMinutes(5)))
                .isEqualTo(new Recorded(new Failed(ErrorCode.PINPOINT_REFUSED, Optional.of("has applied already"))));
    }

    @Test
    void leaves_applications_for_other_jobs_and_of_other_people_alone() {
        var elsewhere = anApplicationOf(EMAIL, new PinpointJobId("701"));
        world.pinpoint.hold(elsewhere);

        world.export();

        assertThat(world.pinpoint.applications()).hasSize(2).contains(elsewhere);
    }

    @Test
    void takes_nobody_elses_application_when_pinpoint_leaves_the_filters_out_of_account() {
        var stranger = anApplicationOf("stranger@example.com", new PinpointJobId("701"));
        world.pinpoint.hold(stranger);
        world.pinpoint.ignoreFilters();
        world.pinpoint.fail(Call.CREATE);
        world.export();

        world.exportAfter(SETTLED);

        assertThat(receipt().origin()).isEqualTo(Origin.CREATED);
        assertThat(world.pinpoint.applications()).hasSize(2).contains(stranger);
    }

    /** As long as neither is visible to the other. */
    @Test
    void two_exports_of_a_candidate_at_once_end_as_one_application_that_both_share() {
        world.candidates.put(aKeyOfAnotherJob(), aCandidate());
        world.map(MappingFixtures.aMappingOf(aKeyOfAnotherJob().job()));
        world.pinpoint.showAfter(Duration.ofSeconds(120));
        world.pinpoint.meanwhile(Call.CREATE, () -> world.exportCandidate.export(aKeyOfAnotherJob()));

        world.export();
        world.clock.pass(SETTLED);
        world.runDue(KEY.company(), Instant.MAX);

        assertThat(receipt().origin()).isEqualTo(Origin.CREATED);
        assertThat(world.ledger.find(aKeyOfAnotherJob()).orElseThrow().state())
                .isInstanceOfSatisfying(
                        Verified.class,
                        verified -> assertThat(verified.receipt().origin()).isEqualTo(Origin.SHARED));
        assertThat(world.pinpoint.applications()).hasSize(1);
    }

    @Test
    void an_export_that_finds_its_place_taken_waits_without_using_a_try() {
        world.candidates.put(aKeyOfAnotherJob(), aCandidate());
        world.map(MappingFixtures.aMappingOf(aKeyOfAnotherJob().job()));
        world.pinpoint.showAfter(Duration.ofSeconds(120));
        world.exportCandidate.export(aKeyOfAnotherJob());

        assertThat(world.exportAfter(Duration.ofMinutes(1)))
                .isEqualTo(new Recorded(
                        new Waiting(START.plusSeconds(60).plus(SETTLED), ErrorCode.PINPOINT_UNAVAILABLE, 0)));
    }

    @Test
    void a_worker_whose_lease_ran_out_stops_before_it_creates() {
        world.pinpoint.meanwhile(Call.FIND_BY_EMAIL, () -> {
            world.clock.pass(Duration.ofSeconds(90));
            world.takeOver();
        });

        assertThat(world.export()).isEqualTo(new ExportOutcome.TakenOver());

        assertThat(world.pinpoint.applications()).isEmpty();
        assertThat(world.updates.sent()).isEmpty();
    }

    @Test
    void a_worker_that_was_taken_over_after_creating_records_and_tells_nothing() {
        world.pinpoint.meanwhile(Call.READ, () -> {
            world.clock.pass(Duration.ofSeconds(270));
            world.takeOver();
        });

        assertThat(world.export()).isEqualTo(new ExportOutcome.TakenOver());

        assertThat(world.updates.sent()).isEmpty();
        assertThat(world.pending()).isEmpty();
        assertThat(world.state())
                .isEqualTo(new ExportState.Claimed(START.plusSeconds(270).plusSeconds(90)));
    }

    private Receipt receipt() {
        return ((Verified) world.state()).receipt();
    }

    private static PinpointApplication anApplication(String id, Optional<Reference> reference) {
        return new PinpointApplication(
                new ApplicationId(id),
                PINPOINT_JOB,
                EMAIL,
                Optional.of(APPLIED),
                DIRECT,
                reference,
                List.of(THEIR_CV),
                List.of("their comment"),
                true);
    }

    private static PinpointApplication anApplicationOf(String email, PinpointJobId job) {
        return new PinpointApplication(
                new ApplicationId("500"),
                job,
                email,
                Optional.of(APPLIED),
                DIRECT,
                Optional.empty(),
                List.of(THEIR_CV),
                List.of(),
                false);
    }

    private static ExportState waitingUntilSettled() {
        return new Waiting(START.plus(SETTLED), ErrorCode.PINPOINT_UNAVAILABLE, 1);
    }

    /** What another export of the same person sends. */
    private static Submission aSubmissionOf(ExportKey other) {
        return new Submission(
                other.reference(),
                aConnection(),
                aMapping(),
                aCandidate(),
                Optional.empty(),
                new FakeProfileDocuments().render(aCandidate()));
    }

    private static Receipt aReceipt(Origin origin, Optional<Reference> reference, List<Receipt.File> files) {
        return new Receipt(
                new Placed(new ApplicationId("500"), origin, 1),
                URI.create("https://acme.example.com/applications/500"),
                reference,
                PINPOINT_JOB,
                new Receipt.Stage(APPLIED, "Stage 7001"),
                DIRECT,
                files,
                List.of(),
                false,
                ExportFixtures.ACCEPTED_AT);
    }
}
