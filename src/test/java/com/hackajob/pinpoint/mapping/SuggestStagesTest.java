package com.hackajob.pinpoint.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.mapping.SuggestStages.Suggestion;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestStagesTest {

    private static final String NO_MATCH = "no Pinpoint stage has this name or meaning";

    @Test
    void suggests_the_usual_way_from_accepted_to_hired() {
        assertThat(suggest(
                        "Accepted; CV review; Phone screen; Tech test; Final interview; Offer; Hired; Rejected",
                        "Applied=applied; Shortlist=review; Telephone interview=interview; Take-home task=interview; "
                                + "Last interview=interview; Offer=offer; Hired=hired; Rejected=rejected"))
                .containsExactly(
                        "Accepted -> Applied: where applications arrive",
                        "CV review -> Shortlist: same meaning: a review",
                        "Phone screen -> Telephone interview: same meaning: a call",
                        "Tech test -> Take-home task: same meaning: a task or test",
                        "Final interview -> Last interview: same meaning: an interview",
                        "Offer -> Offer: same name",
                        "Hired -> Hired: same name",
                        "Rejected -> Rejected: same name, mails may be sent");
    }

    @Test
    void suggests_the_first_screening_for_candidates_who_accept() {
        assertThat(suggest(
                        "Accepted; Interview",
                        "Applied=applied; Screening=review; Phone screen=interview; Interview=interview"))
                .containsExactly(
                        "Accepted -> Screening: the first step for a candidate who is past applying",
                        "Interview -> Interview: same name");
    }

    @Test
    void suggests_the_applied_stage_for_candidates_who_accept_where_screening_stands_for_another_stage() {
        assertThat(suggest("Accepted; Screening", "Applied=applied; Screening=review"))
                .containsExactly("Accepted -> Applied: where applications arrive", "Screening -> Screening: same name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Accepted  | Applied=applied; Bar raiser=interview          | Applied
            Accepted  | Applied=applied; Final interview=interview     | Applied
            Accepted  | Applied=applied; Telephone interview=interview | Telephone interview
            Accepted  | Applied=applied; CV sift=applied; Review=review| Review
            In touch  | Applied=applied; In touch=review               | In touch
            Hired     | Applied=applied; Hired=hired                   | Applied
            Rejected  | Applied=applied; Rejected=rejected             | Applied
            Offer     | Applied=applied; Offer=offer                   | Applied
            """)
    void suggests_for_acceptance(String acceptance, String pinpointStages, String expected) {
        assertThat(suggest(acceptance, pinpointStages).getFirst()).startsWith(acceptance + " -> " + expected + ":");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Interview (technical) | Technical interview=interview | same meaning: a technical interview
            First interview       | Interview 1=interview         | same meaning: an interview
            Interview             | Phone interview=interview     | both are interviews
            INTERVIEWS            | Interview=interview           | same meaning: an interview
            Screening call        | Phone screen=review           | same meaning: a call
            Interview             | Bar raiser=interview          | same meaning: an interview
            Contract negotiation  | Signing=offer                 | same meaning: an offer
            Placed                | Start date=hired              | same meaning: the candidate is hired
            Start date            | Start date=hired              | same name
            Bar raiser            | Bar raiser=custom             | same name
            🎉                    | 🎉=interview                  | same name
            面接                   | 面接=interview                 | same name
            """)
    void suggests_by_name_or_meaning(String stage, String pinpointStage, String reason) {
        String name = pinpointStage.substring(0, pinpointStage.indexOf('='));

        assertThat(suggest("Accepted; " + stage, pinpointStage).getLast())
                .isEqualTo(stage + " -> " + name + ": " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Phone screen     | Technical interview=interview
            First interview  | Second interview=interview
            Interview        | Test=interview
            Coffee           | Bar raiser=interview
            Hired            | Hired=offer
            Onboarding       | Onboarding=review
            Rejected         | Hired=hired
            Withdrawn        | Rejected=rejected
            Offer declined   | Offer=offer
            Not hired        | Hired=hired
            Not started      | Rejected=rejected
            Talent pool      | Talent pool=rejected
            Rejected         | Rejected=review
            🎉               | 🔥=interview
            """)
    void leaves_blank_what_has_neither_name_nor_meaning_in_common(String stage, String pinpointStage) {
        assertThat(suggest("In touch; " + stage, pinpointStage))
                .containsExactly("In touch: " + NO_MATCH, stage + ": " + NO_MATCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rejected     | Unsuccessful=rejected
            Not suitable | Rejected=rejected
            Withdrawn    | Withdrawn=rejected
            Declined     | Candidate withdrew=rejected
            """)
    void warns_where_mails_may_be_sent(String stage, String pinpointStage) {
        assertThat(suggest("In touch; " + stage, pinpointStage).getLast())
                .contains(" -> ")
                .endsWith("mails may be sent");
    }

    @Test
    void pairs_namesakes_in_their_order() {
        assertThat(suggest(
                        "Accepted; Interview; Interview",
                        "Interview=interview; Interview=interview; Interview=interview"))
                .containsExactly(
                        "Accepted: " + NO_MATCH,
                        "Interview -> Interview: same name",
                        "Interview -> Interview: same name");
        assertThat(paired(
                        "Accepted; Interview; Interview",
                        "Interview=interview; Interview=interview; Interview=interview"))
                .containsExactly("1", "2");
    }

    @Test
    void prefers_a_name_to_any_number_of_meanings() {
        assertThat(suggest(
                        "In touch; Alpha; Zoom; Test; Offer",
                        "Video=interview; Task=interview; Signing=offer; Alpha=review"))
                .containsExactly(
                        "In touch: " + NO_MATCH,
                        "Alpha -> Alpha: same name",
                        "Zoom: what it fits in Pinpoint comes elsewhere in the order",
                        "Test: what it fits in Pinpoint comes elsewhere in the order",
                        "Offer: what it fits in Pinpoint comes elsewhere in the order");
    }

    @Test
    void suggests_no_pinpoint_stage_twice() {
        assertThat(suggest("In touch; Interview; Onsite interview", "Interview=interview"))
                .containsExactly(
                        "In touch: " + NO_MATCH,
                        "Interview -> Interview: same name",
                        "Onsite interview: what it fits in Pinpoint is suggested for another stage");
    }

    @Test
    void pairs_the_ends_whatever_their_place() {
        assertThat(suggest("Accepted; Rejected; Offer", "Applied=applied; Offer=offer; Rejected=rejected"))
                .containsExactly(
                        "Accepted -> Applied: where applications arrive",
                        "Rejected -> Rejected: same name, mails may be sent",
                        "Offer -> Offer: same name");
    }

    @Test
    void takes_jobs_without_stages_and_with_far_too_many() {
        assertThat(suggest("", "Applied=applied")).isEmpty();
        assertThat(suggest("Accepted", "")).containsExactly("Accepted: " + NO_MATCH);

        List<HackajobJob.Stage> many = IntStream.range(0, 5_000)
                .mapToObj(index -> new HackajobJob.Stage(new StageId("s" + index), "interview ".repeat(5_000)))
                .toList();
        List<PinpointStage> manyThere = IntStream.range(0, 5_000)
                .mapToObj(index ->
                        new PinpointStage(new PinpointStageId("" + index), "interview ".repeat(5_000), "interview"))
                .toList();

        List<Suggestion> suggestions = new SuggestStages(manyThere).suggest(many);

        assertThat(suggestions).hasSize(5_000);
        assertThat(suggestions.getLast().reason()).isEqualTo("one of too many stages to compare");
    }

    private static List<String> suggest(String stages, String pinpointStages) {
        return suggestions(stages, pinpointStages)
                .map(suggestion -> switch (suggestion) {
                    case Suggestion.Paired(var stage, var there, var reason, var mails) ->
                        stage.name() + " -> " + there.name() + ": " + reason + (mails ? ", mails may be sent" : "");
                    case Suggestion.Blank(var stage, var reason) -> stage.name() + ": " + reason;
                })
                .toList();
    }

    private static List<String> paired(String stages, String pinpointStages) {
        return suggestions(stages, pinpointStages)
                .filter(Suggestion.Paired.class::isInstance)
                .map(suggestion ->
                        ((Suggestion.Paired) suggestion).pinpointStage().id().value())
                .toList();
    }

    private static Stream<Suggestion> suggestions(String stages, String pinpointStages) {
        List<String> names = split(stages);
        List<String> there = split(pinpointStages);
        return new SuggestStages(IntStream.range(0, there.size())
                        .mapToObj(index -> pinpointStage(index + 1, there.get(index)))
                        .toList())
                        .suggest(IntStream.range(0, names.size())
                                .mapToObj(index -> new HackajobJob.Stage(new StageId("s" + index), names.get(index)))
                                .toList())
                        .stream();
    }

    private static PinpointStage pinpointStage(int id, String nameAndKind) {
        String[] parts = nameAndKind.split("=", 2);
        return new PinpointStage(new PinpointStageId("" + id), parts[0], parts[1]);
    }

    private static List<String> split(String list) {
        return Stream.of(list.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
