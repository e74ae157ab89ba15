package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.export.ExportFixtures.CV;
import static com.hackajob.pinpoint.export.ExportFixtures.CV_ADDRESS;
import static com.hackajob.pinpoint.export.ExportFixtures.FRESH_CV_ADDRESS;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aBareCandidate;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidate;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidateAt;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidateWith;
import static com.hackajob.pinpoint.export.ExportFixtures.aCvAt;
import static com.hackajob.pinpoint.export.ExportFixtures.bytes;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingDemanding;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.ExportOutcome.Recorded;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import com.hackajob.pinpoint.updates.Update;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application must consist of before anything is created. */
class PrepareSubmissionTest {

    private static final URI EXPIRED = URI.create("https://files.example.com/expired");

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void fails_when_hackajob_no_longer_has_the_candidate() {
        world.candidates.remove(KEY);

        assertFailed(ErrorCode.CANDIDATE_NOT_FOUND, Optional.empty());
    }

    @Test
    void fails_when_the_cv_is_too_large() {
        world.files.put(CV_ADDRESS, new RemoteFiles.Fetch.TooLarge<>());

        assertFailed(ErrorCode.CV_TOO_LARGE, Optional.empty());
    }

    @Test
    void fails_when_the_cv_is_of_another_type_than_pinpoint_takes() {
        world.files.put(CV_ADDRESS, bytes("GIF89a"));

        assertFailed(ErrorCode.CV_TYPE, Optional.empty());
    }

    @Test
    void fails_when_the_cv_may_harm_whoever_opens_it() {
        world.files.put(CV_ADDRESS, bytes("PK a bomb"));

        assertFailed(ErrorCode.CV_UNSAFE, Optional.empty());
    }

    @Test
    void fails_when_the_job_demands_a_cv_and_there_is_none() {
        world.map(aMappingDemanding(Demand.CV));
        world.candidates.put(KEY, aCandidateWith(Optional.empty()));

        assertFailed(ErrorCode.CV_MISSING, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"PHONE,phone", "ADDRESS,address", "SUMMARY,summary"})
    void fails_and_names_the_field_that_the_job_demands_and_hackajob_does_not_have(Demand demand, String field) {
        world.map(aMappingDemanding(demand));
        world.candidates.put(KEY, aBareCandidate());

        assertFailed(ErrorCode.FIELD_REQUIRED, Optional.of(field));
    }

    /** Pinpoint's search reads a comma as the end of an address, and an empty filter as none. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "jo", "jo@", "@example.com", "\"x,boss@example.com,y\"@example.com", "jo @example.com"})
    void fails_before_looking_when_the_address_is_not_that_of_one_person(String email) {
        world.candidates.put(KEY, aCandidateAt(email));

        assertFailed(ErrorCode.FIELD_REQUIRED, Optional.of("email"));

        assertThat(world.pinpoint.calls()).isEmpty();
    }

    @Test
    void sends_a_candidate_who_has_all_that_the_job_demands() {
        world.map(aMappingDemanding(Demand.values()));

        world.export();

        assertThat(world.state()).isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Demand.class,
            names = {"LINKEDIN_PROFILE", "COVER_LETTER", "DATE_OF_BIRTH", "MIDDLE_NAME", "DIVERSITY_MONITORING"})
    void sends_a_candidate_without_what_pinpoint_is_not_documented_to_insist_on(Demand demand) {
        world.map(aMappingDemanding(demand));
        world.candidates.put(KEY, aBareCandidate());

        world.export();

        assertThat(world.state()).isInstanceOf(Verified.class);
    }

    @Test
    void sends_a_candidate_who_has_little_where_the_job_demands_nothing() {
        world.candidates.put(KEY, aBareCandidate());

        world.export();

        assertThat(world.state()).isInstanceOf(Verified.class);
    }

    @Test
    void fails_where_the_job_has_come_to_demand_something_since_a_post_came_to_nothing() {
        world.candidates.put(KEY, aBareCandidate());
        world.pinpoint.fail(FakePinpointApplications.Call.CREATE);
        world.export();
        world.map(aMappingDemanding(Demand.PHONE));

        world.exportAfter(Duration.ofMinutes(3));

        assertThat(world.state()).isEqualTo(new Failed(ErrorCode.FIELD_REQUIRED, Optional.of("phone")));
        assertThat(world.pinpoint.applications()).isEmpty();
    }

    @Test
    void asks_for_no_other_address_when_the_cv_is_where_we_do_not_call() {
        world.candidates.put(
                KEY, aCandidateWith(Optional.of(aCvAt(EXPIRED))), aCandidateWith(Optional.of(aCvAt(FRESH_CV_ADDRESS))));
        world.files.put(EXPIRED, new RemoteFiles.Fetch.Unreachable<>());

        assertFailed(ErrorCode.CV_UNREACHABLE, Optional.empty());

        assertThat(world.files.fetchedFromHackajob()).containsExactly(EXPIRED);
    }

    @Test
    void asks_for_a_fresh_address_once_when_the_cv_is_refused() {
        world.candidates.put(
                KEY, aCandidateWith(Optional.of(aCvAt(EXPIRED))), aCandidateWith(Optional.of(aCvAt(FRESH_CV_ADDRESS))));
        world.files.put(FRESH_CV_ADDRESS, CV.content());

        world.export();

        assertThat(world.state()).isInstanceOf(Verified.class);
        assertThat(world.files.fetchedFromHackajob()).containsExactly(EXPIRED, FRESH_CV_ADDRESS);
    }

    @Test
    void fails_when_the_fresh_address_is_refused_as_well() {
        world.candidates.put(
                KEY, aCandidateWith(Optional.of(aCvAt(EXPIRED))), aCandidateWith(Optional.of(aCvAt(FRESH_CV_ADDRESS))));

        assertFailed(ErrorCode.CV_UNREACHABLE, Optional.empty());

        assertThat(world.files.fetchedFromHackajob()).containsExactly(EXPIRED, FRESH_CV_ADDRESS);
    }

    @Test
    void does_not_fetch_the_same_address_twice() {
        world.candidates.put(KEY, aCandidateWith(Optional.of(aCvAt(FRESH_CV_ADDRESS))));

        assertFailed(ErrorCode.CV_UNREACHABLE, Optional.empty());

        assertThat(world.files.fetchedFromHackajob()).containsExactly(FRESH_CV_ADDRESS);
    }

    @Test
    void waits_when_the_file_store_does_not_answer() {
        world.files.goDown();

        assertThat(world.export()).isEqualTo(waiting());
    }

    @Test
    void waits_when_hackajob_does_not_answer_and_goes_on_when_it_does() {
        world.candidates.put(KEY, aCandidate());
        world.candidates.goDown();
        assertThat(world.export()).isEqualTo(waiting());

        world.candidates.comeBack();
        world.exportAfter(Duration.ofMinutes(1));

        assertThat(world.state()).isInstanceOf(Verified.class);
    }

    private static Recorded waiting() {
        return new Recorded(new Waiting(START.plus(Duration.ofMinutes(1)), ErrorCode.HACKAJOB_UNAVAILABLE, 1));
    }

    private void assertFailed(ErrorCode code, Optional<String> words) {
        assertThat(world.export()).isEqualTo(new Recorded(new Failed(code, words)));
        assertThat(world.pinpoint.calls()).isEmpty();
        assertThat(world.updates.sent())
                .containsExactly(new Update(
                        "company-1~job-1~candidate-1~1",
                        Update.Kind.EXPORT_FAILED,
                        KEY.subject(),
                        Optional.of(code),
                        START));
    }
}
