package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingInAnotherAccount;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FollowJobsTest {

    private final SettableClock clock = new SettableClock();
    private final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    private final InMemoryMappings mappings = new InMemoryMappings();
    private final FollowJob followJob = new FollowJob(
            pinpointJobs, mappings, new Auditor(new SplittableRandom(3), clock), new SplittableRandom(5), clock);
    private final FollowJobs followJobs = new FollowJobs(pinpointJobs, mappings, followJob);

    @Test
    void a_company_without_mappings_costs_no_call() {
        pinpointJobs.open(aPinpointJob());

        assertThat(followJobs.follow(aConnection())).isEmpty();

        assertThat(pinpointJobs.calls()).isZero();
    }

    @Test
    void few_jobs_are_asked_for_one_by_one() {
        jobs(300);
        map(7, 299);

        followJobs.follow(aConnection());

        assertThat(pinpointJobs.calls()).isEqualTo(2);
    }

    @Test
    void many_jobs_are_read_through_a_hundred_at_a_time_as_far_as_they_are_mapped() {
        jobs(300);
        map(1, 2, 3, 4, 5, 150);
        close(150);

        followJobs.follow(aConnection());

        assertThat(pinpointJobs.calls()).isEqualTo(2);
        assertThat(mapping(150).obstacle()).contains(ErrorCode.JOB_CLOSED);
        assertThat(mapping(1).obstacle()).isEmpty();
    }

    @Test
    void a_job_that_the_list_does_not_show_is_asked_for_before_it_counts_as_gone() {
        jobs(10);
        map(1, 2, 3, 4, 5, 6, 7);
        pinpointJobs.hide(id(6));
        pinpointJobs.remove(id(7));

        followJobs.follow(aConnection());

        assertThat(pinpointJobs.calls()).isEqualTo(1 + 2);
        assertThat(mapping(6).obstacle()).isEmpty();
        assertThat(mapping(7).obstacle()).contains(ErrorCode.JOB_NOT_FOUND);
    }

    @Test
    void where_the_list_is_denied_nothing_counts_as_gone() {
        jobs(10);
        map(1, 2, 3, 4, 5, 6);
        pinpointJobs.deny(ErrorCode.PERMISSION_MISSING);

        followJobs.follow(aConnection());

        assertThat(mapping(1).obstacle()).isEmpty();
    }

    @Test
    void what_is_as_it_was_is_not_written() {
        jobs(1);
        map(1);
        Mapping before = mapping(1);
        clock.pass(Duration.ofHours(1));

        followJobs.follow(aConnection());

        assertThat(mapping(1)).isEqualTo(before);
    }

    @Test
    void names_the_jobs_for_which_candidates_can_go_on() {
        jobs(3);
        map(1, 2, 3);
        close(1);
        close(2);
        followJobs.follow(aConnection());
        pinpointJobs.open(job(1, "open"));

        assertThat(followJobs.follow(aConnection())).containsExactly(new JobId("job-1"));
    }

    @Test
    void a_mapping_of_an_earlier_account_is_left_alone() {
        mappings.put(aMappingInAnotherAccount());

        followJobs.follow(aConnection());

        assertThat(pinpointJobs.calls()).isZero();
    }

    private void jobs(int count) {
        for (int number = 1; number <= count; number++) {
            pinpointJobs.open(job(number, "open"));
        }
    }

    private void close(int number) {
        pinpointJobs.open(job(number, "closed"));
    }

    private void map(int... numbers) {
        for (int number : numbers) {
            mappings.put(new Mapping(
                    COMPANY,
                    new JobId("job-" + number),
                    1,
                    Snapshot.of(job(number, "open"), SettableClock.START),
                    List.of(new StagePair(MappingFixtures.ACCEPTED, "Accepted", Optional.of(APPLIED))),
                    aMapping().settings(),
                    aMapping().editedBy(),
                    SettableClock.START,
                    new Version("version-1")));
        }
    }

    private Mapping mapping(int number) {
        return mappings.find(COMPANY, new JobId("job-" + number)).orElseThrow();
    }

    private static PinpointJob job(int number, String status) {
        return new PinpointJob(
                id(number),
                "Job " + number,
                status,
                List.of(new PinpointStage(APPLIED, "Applied", "applied")),
                Set.of());
    }

    private static PinpointJobId id(int number) {
        return new PinpointJobId(Integer.toString(number));
    }
}
