package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.mapping.PinpointJobs.Summary;
import com.hackajob.pinpoint.mapping.PinpointJobs.Units;
import com.hackajob.pinpoint.mapping.SuggestMapping.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestMappingTest {

    private static final Outcome.Stages STAGES = new Outcome.Stages(
            aPinpointJob(),
            List.of(
                    new SuggestStages.Suggestion.Paired(
                            aJob().stages().getFirst(),
                            aPinpointJob().stages().getFirst(),
                            "where applications arrive",
                            false),
                    new SuggestStages.Suggestion.Blank(
                            aJob().stages().getLast(), "no Pinpoint stage has this name or meaning")));

    private final InMemoryConnections connections = new InMemoryConnections();
    private final FakeHackajobJobs hackajobJobs = new FakeHackajobJobs();
    private final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    private final SuggestMapping suggestMapping = new SuggestMapping(connections, hackajobJobs, pinpointJobs);

    @BeforeEach
    void publish() {
        connections.put(aConnection());
        title("Software Engineer");
        pinpointJobs.open(aPinpointJob());
    }

    @Test
    void suggests_stages_of_the_pinpoint_job_that_is_named_with_one_call() {
        assertThat(suggest(Optional.of(PINPOINT_JOB))).isEqualTo(STAGES);
        assertThat(pinpointJobs.calls()).isEqualTo(1);
    }

    @Test
    void suggests_pinpoint_jobs_by_title_and_the_best_ones_stages_with_two_calls_where_a_page_shows_all() {
        pinpointJobs.open(job(5, "Senior Software Engineer", "draft"));
        pinpointJobs.open(job(6, "Software Engineer", "closed"));
        pinpointJobs.open(job(7, "Cook", "open"));

        assertThat(suggest(Optional.empty()))
                .isEqualTo(new Outcome.Jobs(
                        List.of(
                                new SuggestJobs.Suggestion(
                                        new Summary(PINPOINT_JOB, "Software Engineer", "open", Units.NONE),
                                        100,
                                        "same title"),
                                new SuggestJobs.Suggestion(
                                        new Summary(
                                                new PinpointJobId("5"),
                                                "Senior Software Engineer",
                                                "draft",
                                                Units.NONE),
                                        76,
                                        "differs by seniority: Senior")),
                        true,
                        Optional.of(STAGES)));
        assertThat(pinpointJobs.calls()).isEqualTo(2);
    }

    @Test
    void suggests_ten_at_most() {
        IntStream.range(1, 20).forEach(id -> pinpointJobs.open(job(id, "Software Engineer", "open")));

        assertThat(((Outcome.Jobs) suggest(Optional.empty())).jobs()).hasSize(10);
    }

    @Test
    void has_pinpoint_search_where_a_page_does_not_show_all() {
        crowd(250);

        var jobs = (Outcome.Jobs) suggest(Optional.empty());

        assertThat(jobs.best()).contains(STAGES);
        assertThat(jobs.isAll()).isFalse();
        assertThat(pinpointJobs.calls()).isEqualTo(3);
    }

    @Test
    void reads_the_next_page_too_where_the_search_finds_nothing() {
        crowd(250);
        pinpointJobs.searchNothing();
        title("Cook 150");

        var jobs = (Outcome.Jobs) suggest(Optional.empty());

        assertThat(jobs.jobs().getFirst().job().title()).isEqualTo("Cook 150");
        assertThat(jobs.isAll()).isFalse();
        assertThat(pinpointJobs.calls()).isEqualTo(4);
    }

    @Test
    void has_seen_all_where_two_pages_show_all() {
        crowd(150);
        title("Astronaut");

        assertThat(suggest(Optional.empty())).isEqualTo(new Outcome.Jobs(List.of(), true, Optional.empty()));
        assertThat(pinpointJobs.calls()).isEqualTo(3);
    }

    @Test
    void refuses_while_the_company_is_not_connected() {
        assertThat(suggestMapping.suggest(OTHER_COMPANY, JOB, Optional.empty()))
                .isEqualTo(new Outcome.Refused(ErrorCode.NOT_CONNECTED, "pinpointJobId"));
    }

    @Test
    void refuses_a_hackajob_job_that_is_not_there() {
        assertThat(suggestMapping.suggest(COMPANY, new JobId("job-9"), Optional.empty()))
                .isEqualTo(new Outcome.Refused(ErrorCode.JOB_NOT_FOUND, "jobId"));
    }

    @Test
    void refuses_a_pinpoint_job_that_is_not_there() {
        assertThat(suggest(Optional.of(new PinpointJobId("799"))))
                .isEqualTo(new Outcome.Refused(ErrorCode.JOB_NOT_FOUND, "pinpointJobId"));
    }

    @Test
    void refuses_when_pinpoint_denies() {
        pinpointJobs.deny(ErrorCode.PERMISSION_MISSING);
        var refused = new Outcome.Refused(ErrorCode.PERMISSION_MISSING, "pinpointJobId");

        assertThat(suggest(Optional.of(PINPOINT_JOB))).isEqualTo(refused);
        assertThat(suggest(Optional.empty())).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Senior Backend Engineer (m/f/d) - London | Backend
            Sr. Back-end Devs                        | Back
            Head of Sales & Marketing                | Marketing
            Ingénieur d'études                       | Ingénieur
            C++ Developer                            | C++
            Senior Engineer                          | Engineer
            {{7*7}}, Nurse                           | Nurse
            🎉                                        |
            """)
    void looks_for_the_most_telling_word_as_it_was_typed(String title, String word) {
        assertThat(Title.telling(title)).isEqualTo(Optional.ofNullable(word));
    }

    private Outcome suggest(Optional<PinpointJobId> pinpointJob) {
        return suggestMapping.suggest(COMPANY, JOB, pinpointJob);
    }

    private void title(String title) {
        hackajobJobs.publish(COMPANY, new HackajobJob(JOB, title, true, aJob().stages()));
    }

    /** Jobs of another kind, which come before all others. */
    private void crowd(int size) {
        IntStream.rangeClosed(1, size).forEach(id -> pinpointJobs.open(job(id, "Cook " + id, "open")));
    }

    private static PinpointJob job(int id, String title, String status) {
        return new PinpointJob(new PinpointJobId("" + id), title, status, List.of(), Set.of());
    }
}
