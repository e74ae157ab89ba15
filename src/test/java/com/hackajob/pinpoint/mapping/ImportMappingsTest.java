package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.mapping.ImportWorld.EDITOR;
import static com.hackajob.pinpoint.mapping.ImportWorld.OTHER_JOB;
import static com.hackajob.pinpoint.mapping.ImportWorld.OTHER_PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.ImportWorld.OTHER_SCREENING;
import static com.hackajob.pinpoint.mapping.ImportWorld.aClone;
import static com.hackajob.pinpoint.mapping.ImportWorld.anotherPinpointJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.SCREENING;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingInAnotherAccount;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingOf;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.ImportMapping.Outcome.Imported;
import com.hackajob.pinpoint.mapping.ImportMapping.Outcome.Refused;
import com.hackajob.pinpoint.mapping.ImportMappings.Imports;
import com.hackajob.pinpoint.mapping.ImportMappings.Outcome;
import com.hackajob.pinpoint.mapping.ImportMappings.Result;
import com.hackajob.pinpoint.mapping.ImportMappings.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportMappingsTest {

    private static final JobId THIRD_JOB = new JobId("job-3");
    private static final JobId FOURTH_JOB = new JobId("job-4");

    private final ImportWorld world = new ImportWorld();

    @Test
    void clones_onto_each_job_and_reads_each_pinpoint_job_once() {
        world.publish(THIRD_JOB);
        world.publish(FOURTH_JOB);

        List<Result> results = results(
                imports(false, on(OTHER_JOB), on(THIRD_JOB, OTHER_PINPOINT_JOB), on(FOURTH_JOB, OTHER_PINPOINT_JOB)));

        assertThat(results.getFirst())
                .isEqualTo(new Result.Told(
                        OTHER_JOB,
                        new Imported(aClone(OTHER_JOB, aPinpointJob(), Optional.of(SCREENING)), List.of(), List.of())));
        assertThat(results)
                .extracting(result -> result.imported().orElseThrow().mapping())
                .extracting(Mapping::job, Mapping::pinpointJob, Mapping::acceptanceStage)
                .containsExactly(
                        tuple(OTHER_JOB, aPinpointJob(), Optional.of(SCREENING)),
                        tuple(THIRD_JOB, anotherPinpointJob(), Optional.of(OTHER_SCREENING)),
                        tuple(FOURTH_JOB, anotherPinpointJob(), Optional.of(OTHER_SCREENING)));
        assertThat(world.pinpointJobs.calls()).isEqualTo(2);
    }

    @Test
    void what_goes_wrong_with_one_job_neither_stops_the_others_nor_hides_them() {
        world.publish(THIRD_JOB);
        world.hackajobJobs.breakDownFor(new JobId("job-out"));

        List<Result> results = results(imports(
                false,
                on(new JobId("job-none")),
                on(OTHER_JOB),
                on(new JobId("job-out")),
                on(THIRD_JOB, new PinpointJobId("799")),
                on(JOB)));

        assertThat(results)
                .containsExactly(
                        new Result.Told(new JobId("job-none"), new Refused(ErrorCode.JOB_NOT_FOUND, "jobId")),
                        new Result.Told(
                                OTHER_JOB,
                                new Imported(
                                        aClone(OTHER_JOB, aPinpointJob(), Optional.of(SCREENING)),
                                        List.of(),
                                        List.of())),
                        new Result.NotTold(new JobId("job-out"), ErrorCode.HACKAJOB_UNAVAILABLE),
                        new Result.Told(THIRD_JOB, new Refused(ErrorCode.JOB_NOT_FOUND, "pinpointJobId")),
                        new Result.Told(JOB, new Refused(ErrorCode.JOB_NOT_FOUND, "jobId")));
    }

    @Test
    void replaces_a_mapping_only_where_that_is_wanted() {
        world.mappings.put(aMappingOf(OTHER_JOB));

        assertThat(results(imports(false, on(OTHER_JOB))))
                .containsExactly(new Result.Told(OTHER_JOB, new Refused(ErrorCode.MAPPING_CONFLICT, "If-Match")));
        assertThat(world.mappings.find(COMPANY, OTHER_JOB)).contains(aMappingOf(OTHER_JOB));

        assertThat(results(imports(true, on(OTHER_JOB))).getFirst().imported()).isPresent();
    }

    @Test
    void asks_no_more_of_a_pinpoint_that_asks_to_slow_down() {
        world.publish(THIRD_JOB);
        world.pinpointJobs.slowDown();

        assertThat(results(imports(false, on(OTHER_JOB), on(THIRD_JOB, OTHER_PINPOINT_JOB))))
                .containsExactly(
                        new Result.NotTold(OTHER_JOB, ErrorCode.RATE_LIMITED),
                        new Result.NotTold(THIRD_JOB, ErrorCode.RATE_LIMITED));
        assertThat(world.pinpointJobs.calls()).isEqualTo(1);
    }

    @Test
    void starts_no_job_for_which_there_may_be_no_time_and_says_so() {
        Target[] targets = IntStream.range(0, 50)
                .mapToObj(number -> new JobId("job-many-" + number))
                .peek(world::publish)
                .map(ImportMappingsTest::on)
                .toArray(Target[]::new);
        world.hackajobJobs.meanwhile(() -> world.clock.pass(Duration.ofSeconds(1)));

        List<Result> results = results(imports(false, targets));

        assertThat(results).hasSize(50);
        assertThat(results.subList(0, 7)).allMatch(result -> result.imported().isPresent());
        assertThat(results.subList(7, 50))
                .allMatch(
                        result -> result instanceof Result.NotTold(var _, var code) && code == ErrorCode.NOT_ATTEMPTED);
    }

    @Test
    void calls_pinpoint_no_more_once_hackajob_has_used_up_the_time() {
        world.hackajobJobs.meanwhile(() -> world.clock.pass(Duration.ofSeconds(8)));

        assertThat(results(imports(false, on(OTHER_JOB))))
                .containsExactly(new Result.NotTold(OTHER_JOB, ErrorCode.NOT_ATTEMPTED));
        assertThat(world.pinpointJobs.calls()).isZero();
    }

    @Test
    void refuses_as_a_whole_where_there_is_nothing_to_clone() {
        var nothing = new Imports(COMPANY, EDITOR, new JobId("job-9"), List.of(on(OTHER_JOB)), false);

        assertThat(world.importMappings.importOnto(nothing))
                .isEqualTo(new Outcome.Refused(ErrorCode.MAPPING_NOT_FOUND, "fromJobId"));
    }

    @Test
    void of_an_earlier_account_only_jobs_with_a_pinpoint_job_of_their_own_are_mapped() {
        world.publish(THIRD_JOB);
        world.mappings.put(aMappingInAnotherAccount());

        List<Result> results = results(imports(false, on(OTHER_JOB), on(THIRD_JOB, OTHER_PINPOINT_JOB)));

        assertThat(results.getFirst())
                .isEqualTo(new Result.Told(OTHER_JOB, new Refused(ErrorCode.MAPPING_OUTDATED, "pinpointJobId")));
        assertThat(results.getLast().imported().orElseThrow().mapping().acceptanceStage())
                .contains(OTHER_SCREENING);
    }

    private List<Result> results(Imports wish) {
        return ((Outcome.Done) world.importMappings.importOnto(wish)).results();
    }

    private static Imports imports(boolean replaces, Target... targets) {
        return new Imports(COMPANY, EDITOR, JOB, List.of(targets), replaces);
    }

    private static Target on(JobId job) {
        return new Target(job, Optional.empty());
    }

    private static Target on(JobId job, PinpointJobId pinpointJob) {
        return new Target(job, Optional.of(pinpointJob));
    }
}
