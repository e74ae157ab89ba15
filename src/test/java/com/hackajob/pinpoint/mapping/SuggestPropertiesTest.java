package com.hackajob.pinpoint.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.mapping.PinpointJobs.Summary;
import com.hackajob.pinpoint.mapping.SuggestStages.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** What holds for suggestions whatever the titles and names. */
class SuggestPropertiesTest {

    @Law
    void words_of_words_are_the_same_words(@ForAll("texts") String text) {
        assertThat(Words.of(Words.of(text).text())).isEqualTo(Words.of(text));
    }

    @Law
    void the_title_of_a_title_is_the_same_title(@ForAll("texts") String text) {
        assertThat(Title.of(Title.of(text).text()).words())
                .isEqualTo(Title.of(text).words());
    }

    @Law
    void scores_are_bounded_and_do_not_depend_on_who_is_compared_with_whom(
            @ForAll("texts") String one, @ForAll("texts") String other) {
        var likeness = Likeness.of(Title.of(one), Title.of(other));

        assertThat(likeness.map(Likeness::score))
                .isEqualTo(Likeness.of(Title.of(other), Title.of(one)).map(Likeness::score));
        likeness.ifPresent(found -> {
            assertThat(found.score()).isBetween(1, 100);
            assertThat(found.reason()).isNotBlank();
        });
    }

    @Law
    void a_title_is_most_like_itself(@ForAll("texts") String text) {
        assertThat(Likeness.of(Title.of(text), Title.of(text)))
                .isEqualTo(
                        Title.of(text).words().isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Likeness(100, "same title")));
    }

    @Law
    void the_order_of_the_jobs_does_not_change_the_ranking(
            @ForAll("texts") String title, @ForAll("jobs") List<Summary> jobs, @ForAll Random random) {
        List<Summary> shuffled = new ArrayList<>(jobs);
        Collections.shuffle(shuffled, random);
        var suggest = new SuggestJobs(3);

        assertThat(suggest.suggest(title, shuffled)).isEqualTo(suggest.suggest(title, jobs));
    }

    @Law
    void suggested_jobs_are_among_the_jobs_within_the_limit_and_best_first(
            @ForAll("texts") String title, @ForAll("jobs") List<Summary> jobs) {
        var suggestions = new SuggestJobs(3).suggest(title, jobs);

        assertThat(suggestions)
                .hasSizeLessThanOrEqualTo(3)
                .isSortedAccordingTo((one, other) -> other.score() - one.score());
        assertThat(jobs)
                .containsAll(
                        suggestions.stream().map(SuggestJobs.Suggestion::job).toList());
        assertThat(suggestions)
                .allSatisfy(suggestion -> assertThat(suggestion.score()).isBetween(35, 100));
        assertThat(suggestions).extracting(suggestion -> suggestion.job().id()).doesNotHaveDuplicates();
    }

    @Law
    void every_hackajob_stage_has_one_suggestion_in_its_order(
            @ForAll("stages") List<HackajobJob.Stage> stages, @ForAll("pinpointStages") List<PinpointStage> there) {
        var suggestions = new SuggestStages(there).suggest(stages);

        assertThat(suggestions).extracting(Suggestion::stage).containsExactlyElementsOf(stages);
        assertThat(suggestions).isEqualTo(new SuggestStages(there).suggest(stages));
    }

    @Law
    void suggested_stages_are_of_the_pinpoint_job_and_suggested_once(
            @ForAll("stages") List<HackajobJob.Stage> stages, @ForAll("pinpointStages") List<PinpointStage> there) {
        assertThat(paired(stages, there))
                .extracting(Suggestion.Paired::pinpointStage)
                .doesNotHaveDuplicates()
                .isSubsetOf(there);
    }

    @Law
    void steps_never_cross_and_neither_do_ends(
            @ForAll("stages") List<HackajobJob.Stage> stages, @ForAll("pinpointStages") List<PinpointStage> there) {
        for (boolean mails : List.of(true, false)) {
            assertThat(paired(stages, there).stream()
                            .filter(pair -> pair.mailsMayBeSent() == mails)
                            .map(pair -> there.indexOf(pair.pinpointStage())))
                    .isSorted();
        }
    }

    @Law
    void only_who_is_rejected_is_sent_to_a_rejected_stage_and_only_who_is_hired_by_name_or_meaning_to_a_hired_one(
            @ForAll("stages") List<HackajobJob.Stage> stages, @ForAll("pinpointStages") List<PinpointStage> there) {
        for (var pair : paired(stages, there)) {
            var meaning = StageMeaning.of(Words.of(pair.stage().name()));
            String kind = pair.pinpointStage().kind();
            if (kind.equals("rejected")) {
                assertThat(pair.mailsMayBeSent()).isTrue();
                assertThat(meaning.map(StageMeaning::isTheEnd)).contains(true);
            }
            if (meaning.equals(Optional.of(StageMeaning.HIRED)) && pair.stage() != stages.getFirst()) {
                assertThat(kind).isIn("hired", "custom");
            }
        }
    }

    @Law
    void acceptance_is_never_an_offer_or_an_end(
            @ForAll("stages") List<HackajobJob.Stage> stages, @ForAll("pinpointStages") List<PinpointStage> there) {
        assertThat(paired(stages, there))
                .filteredOn(pair -> pair.stage() == stages.getFirst())
                .allSatisfy(pair -> assertThat(pair.pinpointStage().kind()).isNotIn("offer", "hired", "rejected"));
    }

    private static List<Suggestion.Paired> paired(List<HackajobJob.Stage> stages, List<PinpointStage> there) {
        return new SuggestStages(there)
                .suggest(stages).stream()
                        .filter(Suggestion.Paired.class::isInstance)
                        .map(Suggestion.Paired.class::cast)
                        .toList();
    }

    /** Likely titles, and any characters at all, broken ones too. */
    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> likely = Arbitraries.of(
                        "Senior",
                        "Sr.",
                        "Backend",
                        "front",
                        "end",
                        "dev",
                        "ops",
                        "the",
                        "Engineers",
                        "Manager",
                        "sales",
                        "(m/f/d)",
                        "(London",
                        "London)",
                        "[Berlin]",
                        " - ",
                        "&",
                        "C++",
                        "C#",
                        "ẞ",
                        "İΣ",
                        "'",
                        "ﷺ",
                        "が",
                        "한국",
                        "🎉",
                        "Ⅷ",
                        "\u0301")
                .list()
                .ofMaxSize(8)
                .map(words -> String.join(" ", words));
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
        return Arbitraries.oneOf(
                likely, any, Combinators.combine(likely, any).as((one, other) -> (one + other).repeat(9)));
    }

    @Provide
    static Arbitrary<List<Summary>> jobs() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12), texts(), Arbitraries.of("open", "closed", "draft"))
                .as((id, title, status) ->
                        new Summary(new PinpointJobId("" + id), title, status, PinpointJobs.Units.NONE))
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "Accepted",
                        "Applied",
                        "Screening",
                        "CV review",
                        "Phone screen",
                        "Telephone interview",
                        "Interview",
                        "First interview",
                        "Final interview",
                        "Technical interview",
                        "Test",
                        "Offer",
                        "Hired",
                        "Onboarding",
                        "Rejected",
                        "Unsuccessful",
                        "Withdrawn",
                        "Not hired",
                        "🎉",
                        ""),
                texts());
    }

    @Provide
    static Arbitrary<List<HackajobJob.Stage>> stages() {
        return names().list().ofMinSize(1).ofMaxSize(8).map(names -> IntStream.range(0, names.size())
                .mapToObj(index -> new HackajobJob.Stage(new StageId("s" + index), names.get(index)))
                .toList());
    }

    @Provide
    static Arbitrary<List<PinpointStage>> pinpointStages() {
        Arbitrary<String> kinds =
                Arbitraries.of("applied", "review", "interview", "offer", "hired", "rejected", "custom");
        return Combinators.combine(
                        names().list().ofSize(8),
                        kinds.list().ofSize(8),
                        Arbitraries.integers().between(0, 8))
                .as((names, kind, size) -> IntStream.range(0, size)
                        .mapToObj(index ->
                                new PinpointStage(new PinpointStageId("" + index), names.get(index), kind.get(index)))
                        .toList());
    }
}
