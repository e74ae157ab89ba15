package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.mapping.MappingFixtures.ACCEPTED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.INTERVIEW;
import static com.hackajob.pinpoint.mapping.MappingFixtures.JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.PinpointApplications.Creation;
import com.hackajob.pinpoint.mapping.EditMapping;
import com.hackajob.pinpoint.mapping.FakeHackajobJobs;
import com.hackajob.pinpoint.mapping.FollowJob;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointStage;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.RepairMapping;
import com.hackajob.pinpoint.mapping.StageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever happens to the Pinpoint job and to the mapping while candidates accept: nobody is sent to a stage that the job
 * as last read does not have, what Pinpoint refuses is created nowhere and waits, and once everything fits everybody is
 * there, once.
 */
class DriftPropertiesTest {

    private static final List<String> KINDS = List.of("applied", "review", "interview", "offer", "hired", "rejected");
    private static final List<String> STATUSES = List.of("open", "open", "open", "closed", "archived", "draft");

    @Property(tries = 300, seed = "20261124")
    void nobody_is_sent_where_the_mapping_does_not_fit_and_nobody_is_lost(
            @ForAll @Size(min = 1, max = 60) List<Step> steps, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var history = new History(seed);

        steps.forEach(history::take);

        history.putEverythingRight();
        history.assertEverybodyIsThereOnce();
    }

    /** What can happen; which job, stage or candidate is meant is chosen at random. */
    enum Step {
        ACCEPT,
        ADD_STAGE,
        REMOVE_STAGE,
        RENAME_STAGE,
        CHANGE_KIND,
        MOVE_STAGE,
        CHANGE_STATUS,
        DELETE_JOB,
        EDIT,
        REPAIR,
        REMOVE_MAPPING,
        LOOK,
        TIME_PASSES
    }

    private static final class History {

        private final SplittableRandom random;
        private final ExportWorld world = new ExportWorld();
        private final FakeHackajobJobs hackajobJobs = new FakeHackajobJobs();
        private final EditMapping editMapping;
        private final RepairMapping repairMapping;
        private final List<ExportKey> accepted = new ArrayList<>();
        private final Set<ExportKey> skippable = new HashSet<>();
        private Optional<PinpointJob> live;
        private int stagesMade;

        History(long seed) {
            random = new SplittableRandom(seed);
            var auditor = new Auditor(random.split(), world.clock);
            hackajobJobs.publish(COMPANY, aJob());
            editMapping = new EditMapping(
                    world.connections,
                    hackajobJobs,
                    world.pinpointJobs,
                    world.mappings,
                    auditor,
                    random.split(),
                    world.clock);
            repairMapping = new RepairMapping(
                    world.connections,
                    world.mappings,
                    new FollowJob(world.pinpointJobs, world.mappings, auditor, random.split(), world.clock),
                    auditor,
                    random.split(),
                    world.clock);
            world.connect(aConnection());
            world.pinpoint.refuseWhere(this::refusal);
            live = Optional.empty();
            become(new PinpointJob(
                    PINPOINT_JOB, "Engineer", "open", List.of(newStage(), newStage(), newStage()), Set.of()));
            edit();
        }

        /** As Pinpoint may do it; and the moment at which the first law is looked at. */
        private Optional<Creation> refusal(Submission submission) {
            PinpointJob lastRead = submission.mapping().pinpointJob();
            Optional<PinpointStageId> stage = submission.mapping().acceptanceStage();
            assertThat(lastRead.takesApplications()).isTrue();
            assertThat(stage.stream()).allMatch(lastRead::hasStage);
            boolean fits = live.filter(PinpointJob::takesApplications)
                    .filter(job -> stage.stream().allMatch(job::hasStage))
                    .isPresent();
            return fits
                    ? Optional.empty()
                    : Optional.of(new Creation.Refused(ErrorCode.PINPOINT_REFUSED, "is invalid"));
        }

        void take(Step step) {
            switch (step) {
                case ACCEPT -> accept();
                case ADD_STAGE -> change(stages -> stages.add(random.nextInt(stages.size() + 1), newStage()));
                case REMOVE_STAGE -> change(stages -> stages.remove(any(stages)));
                case RENAME_STAGE -> change(stages -> replace(stages, "Stage " + stagesMade++, Optional.empty()));
                case CHANGE_KIND -> change(stages -> replace(stages, "", Optional.of(any(KINDS))));
                case MOVE_STAGE ->
                    change(stages -> {
                        PinpointStage moved = any(stages);
                        stages.remove(moved);
                        stages.add(random.nextInt(stages.size() + 1), moved);
                    });
                case CHANGE_STATUS ->
                    live.ifPresent(job ->
                            become(new PinpointJob(job.id(), job.title(), any(STATUSES), job.stages(), job.demands())));
                case DELETE_JOB -> {
                    if (random.nextInt(4) == 0) {
                        world.pinpointJobs.remove(PINPOINT_JOB);
                        live = Optional.empty();
                    }
                }
                case EDIT -> edit();
                case REPAIR ->
                    mapping()
                            .ifPresent(mapping ->
                                    repairMapping.repair(COMPANY, JOB, new UserId("user-1"), mapping.version()));
                case REMOVE_MAPPING -> {
                    if (random.nextInt(4) == 0) {
                        mapping().ifPresent(mapping -> world.mappings.remove(mapping, anEntry("removed")));
                    }
                }
                case LOOK -> world.maintainConnection.maintain(COMPANY);
                case TIME_PASSES -> pass(Duration.ofMinutes(1 + random.nextInt(90)));
            }
        }

        private void accept() {
            var candidate = ExportFixtures.aCandidateCalled("candidate-" + accepted.size());
            var key = new ExportKey(COMPANY, JOB, candidate.id());
            accepted.add(key);
            world.candidates.put(key, candidate);
            world.exportCandidate.export(key);
            assertSettledOrWaiting(key);
        }

        private void pass(Duration time) {
            world.clock.pass(time);
            world.runDue(COMPANY, world.clock.instant());
            accepted.forEach(this::assertSettledOrWaiting);
        }

        /** What a mapping can mend waits for that; without any, it is skipped. Nothing fails. */
        private void assertSettledOrWaiting(ExportKey key) {
            ExportState state = world.ledger.find(key).orElseThrow().state();
            assertThat(state).isInstanceOfAny(Verified.class, Held.class, Skipped.class);
            if (state instanceof Skipped) {
                skippable.add(key);
            }
        }

        void putEverythingRight() {
            become(new PinpointJob(PINPOINT_JOB, "Engineer", "open", List.of(newStage()), Set.of()));
            edit();
            for (int i = 0; i <= accepted.size(); i++) {
                pass(Times.HOLD);
            }
        }

        void assertEverybodyIsThereOnce() {
            Map<Optional<Reference>, Integer> there = new HashMap<>();
            world.pinpoint.applications().forEach(one -> there.merge(one.reference(), 1, Integer::sum));
            for (ExportKey key : accepted) {
                int expected = skippable.contains(key) ? 0 : 1;
                assertThat(there.getOrDefault(Optional.of(key.reference()), 0)).isEqualTo(expected);
            }
        }

        private void change(Consumer<List<PinpointStage>> change) {
            live.filter(job -> !job.stages().isEmpty()).ifPresent(job -> {
                List<PinpointStage> stages = new ArrayList<>(job.stages());
                change.accept(stages);
                become(new PinpointJob(job.id(), job.title(), job.status(), stages, job.demands()));
            });
        }

        private void replace(List<PinpointStage> stages, String name, Optional<String> kind) {
            PinpointStage before = any(stages);
            stages.set(
                    stages.indexOf(before),
                    new PinpointStage(before.id(), name.isEmpty() ? before.name() : name, kind.orElse(before.kind())));
        }

        private PinpointStage newStage() {
            stagesMade++;
            return new PinpointStage(
                    new PinpointStageId(Integer.toString(7000 + stagesMade)), "Stage " + stagesMade % 4, any(KINDS));
        }

        private void become(PinpointJob job) {
            live = Optional.of(job);
            world.pinpointJobs.open(job);
        }

        private void edit() {
            Map<StageId, PinpointStageId> stages = new HashMap<>();
            live.filter(job -> !job.stages().isEmpty()).ifPresent(job -> List.of(ACCEPTED, INTERVIEW).stream()
                    .filter(_ -> random.nextInt(5) > 0)
                    .forEach(stage -> stages.put(stage, any(job.stages()).id())));
            editMapping.edit(new EditMapping.Edit(
                    COMPANY,
                    JOB,
                    new UserId("user-1"),
                    PINPOINT_JOB,
                    stages,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    mapping().map(Mapping::version)));
        }

        private Optional<Mapping> mapping() {
            return world.mappings.find(COMPANY, JOB);
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
