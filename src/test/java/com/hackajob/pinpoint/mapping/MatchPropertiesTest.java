package com.hackajob.pinpoint.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.MatchStages.Matched;
import com.hackajob.pinpoint.mapping.MatchStages.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** What holds for an import whatever the jobs: few ids and names, so that they often meet. */
class MatchPropertiesTest {

    @Law
    void every_stage_of_the_target_has_one_pair_in_its_order(
            @ForAll("formers") MatchStages former,
            @ForAll("stages") List<HackajobJob.Stage> target,
            @ForAll("pinpointStages") List<PinpointStage> there) {
        assertThat(former.onto(target, there).stages())
                .extracting(pair -> new HackajobJob.Stage(pair.stage(), pair.stageName()))
                .isEqualTo(target);
    }

    @Law
    void no_pair_is_invented(
            @ForAll("formers") MatchStages former,
            @ForAll("stages") List<HackajobJob.Stage> target,
            @ForAll("pinpointStages") List<PinpointStage> there) {
        for (StagePair pair : former.onto(target, there).stages()) {
            pair.pinpointStage().ifPresent(id -> assertThat(former.stages())
                    .anyMatch(source -> isCounterpart(former, source, pair)
                            && source.pinpointStage()
                                    .filter(was -> isCounterpart(former, was, find(there, id)))
                                    .isPresent()));
        }
    }

    @Law
    void a_blank_stays_a_blank_and_every_other_blank_is_named(
            @ForAll("formers") MatchStages former,
            @ForAll("stages") List<HackajobJob.Stage> target,
            @ForAll("pinpointStages") List<PinpointStage> there) {
        Matched matched = former.onto(target, there);
        for (StagePair pair : matched.stages()) {
            boolean named = matched.unmatched().stream()
                    .anyMatch(unmatched ->
                            unmatched.stage().equals(pair.stage()) && unmatched.reason() != Reason.STAGE_GONE);
            boolean wasBlank = former.stages().stream()
                    .anyMatch(source -> isCounterpart(former, source, pair)
                            && source.pinpointStage().isEmpty());
            if (pair.pinpointStage().isPresent()) {
                assertThat(named).isFalse();
            } else {
                assertThat(named || wasBlank).isTrue();
            }
        }
        former.stages().stream()
                .filter(source -> former.sameJob() && source.pinpointStage().isEmpty())
                .forEach(source -> assertThat(matched.stages())
                        .filteredOn(pair -> pair.stage().equals(source.stage()))
                        .allSatisfy(pair -> assertThat(pair.pinpointStage()).isEmpty()));
    }

    @Law
    void onto_the_very_same_jobs_it_is_the_identity(@ForAll("formers") MatchStages former) {
        var again = new MatchStages(former.stages(), former.pinpointStages(), true, true);
        List<HackajobJob.Stage> same = former.stages().stream()
                .map(pair -> new HackajobJob.Stage(pair.stage(), pair.stageName()))
                .toList();

        assertThat(again.onto(same, former.pinpointStages())).isEqualTo(new Matched(former.stages(), List.of()));
    }

    private static boolean isCounterpart(MatchStages former, StagePair source, StagePair pair) {
        return (former.sameJob() && source.stage().equals(pair.stage()))
                || Words.of(source.stageName()).equals(Words.of(pair.stageName()));
    }

    private static boolean isCounterpart(MatchStages former, PinpointStageId source, PinpointStage found) {
        PinpointStage was = find(former.pinpointStages(), source);
        boolean isTheSame = former.sameAccount() && found.id().equals(source);
        return was.kind().equals(found.kind())
                && (isTheSame || Words.of(was.name()).equals(Words.of(found.name())));
    }

    private static PinpointStage find(List<PinpointStage> stages, PinpointStageId id) {
        return stages.stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("Interview", "INTERVIEW", "Interview 2", "Offer", "offer!", "Applied", "🎉", "");
    }

    @Provide
    static Arbitrary<MatchStages> formers() {
        return Combinators.combine(stages(), pinpointStages(), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .flatAs((stages, there, sameJob, sameAccount) -> ids(there)
                        .list()
                        .ofSize(stages.size())
                        .map(ids -> new MatchStages(
                                IntStream.range(0, stages.size())
                                        .mapToObj(index -> new StagePair(
                                                stages.get(index).id(),
                                                stages.get(index).name(),
                                                ids.get(index)))
                                        .toList(),
                                there,
                                sameJob,
                                sameAccount)));
    }

    private static Arbitrary<Optional<PinpointStageId>> ids(List<PinpointStage> stages) {
        return stages.isEmpty()
                ? Arbitraries.just(Optional.empty())
                : Arbitraries.of(stages)
                        .map(stage -> Optional.of(stage.id()))
                        .optional(0.8)
                        .map(id -> id.flatMap(one -> one));
    }

    @Provide
    static Arbitrary<List<HackajobJob.Stage>> stages() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e", "f")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(5),
                        names().list().ofSize(5))
                .as((ids, names) -> IntStream.range(0, ids.size())
                        .mapToObj(index -> new HackajobJob.Stage(new StageId(ids.get(index)), names.get(index)))
                        .toList());
    }

    @Provide
    static Arbitrary<List<PinpointStage>> pinpointStages() {
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3", "4", "5", "6")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(5),
                        names().list().ofSize(5),
                        Arbitraries.of("applied", "interview").list().ofSize(5))
                .as((ids, names, kinds) -> IntStream.range(0, ids.size())
                        .mapToObj(index -> new PinpointStage(
                                new PinpointStageId(ids.get(index)), names.get(index), kinds.get(index)))
                        .toList());
    }
}
