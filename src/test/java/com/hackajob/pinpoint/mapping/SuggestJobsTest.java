package com.hackajob.pinpoint.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.hackajob.pinpoint.mapping.PinpointJobs.Summary;
import com.hackajob.pinpoint.mapping.SuggestJobs.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestJobsTest {

    private static final SuggestJobs SUGGEST = new SuggestJobs(5);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Backend Engineer          | backend engineer               | 100 | same title
            Backend-Engineer          | Back-end Engineers             | 100 | same title
            Sr. Software Dev          | Senior Software Developer      | 100 | same title
            Data Engineer             | Data Engineer (m/f/d)          | 100 | same title
            Data Engineer m/w/d       | Data Engineer (all genders)    | 100 | same title
            Head of Sales & Marketing | Head of Sales and Marketing    | 100 | same title
            Ingénieur d'études        | INGENIEUR D’ETUDES             | 100 | same title
            DevOps Engineer           | Dev Ops Engineer               | 100 | same title
            Straßenbauer              | STRASSENBAUER                  | 100 | same title
            バックエンドエンジニア       | バックエンドエンジニア            | 100 | same title
            Engineer, Backend         | Backend Engineer               | 88  | same words in another order
            Backend Engineer London   | Backend Engineer (London)      | 88  | same words in another order
            Backend Engineer - London | Backend Engineer (London)      | 100 | same title
            Backend Engineer          | Backend Engineer – London      | 96  | same title, apart from London
            Backend Engineer (Berlin) | Backend Engineer (London)      | 90  | same title, apart from Berlin, London
            Backend Engineer          | Senior Backend Engineer        | 76  | differs by seniority: Senior
            Junior Backend Engineer   | Lead Engineer, Backend         | 76  | differs by seniority: Junior, Lead
            Backend Engineer          | Backend Developer              | 46  | shares Backend
            Senior Backend Engineer   | Backend Engineer Payments      | 46  | shares Backend, Engineer
            Engineer                  | Software Engineer              | 35  | shares Engineer
            """)
    void suggests_what_is_alike_and_says_why(String title, String pinpointTitle, int score, String reason) {
        Summary job = open("1", pinpointTitle);

        assertThat(SUGGEST.suggest(title, List.of(job))).containsExactly(new Suggestion(job, score, reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Backend Engineer | Sales Manager
            Backend Engineer | Data Engineer
            C++ Developer    | C# Developer
            Senior           | Junior
            Intern           | Trainee
            🎉               | 🔥
            ()               | []
            の               | に
            किसान           | कसान
            """)
    void suggests_nothing_for_jobs_that_are_not_alike(String title, String pinpointTitle) {
        assertThat(SUGGEST.suggest(title, List.of(open("1", pinpointTitle)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u0000", "\u0301"})
    void suggests_nothing_for_no_title(String blank) {
        assertThat(SUGGEST.suggest(blank, List.of(open("1", "Engineer"), open("2", ""), open("3", " "))))
                .filteredOn(suggestion -> !suggestion.job().title().equals(blank))
                .isEmpty();
    }

    @Test
    void takes_the_words_in_brackets_where_there_are_no_others() {
        assertThat(SUGGEST.suggest("(Nurse)", List.of(open("1", "Nurse")))).hasSize(1);
    }

    @Test
    void ranks_by_score_then_open_jobs_then_the_lower_id() {
        Summary closed = new Summary(new PinpointJobId("3"), "Backend Engineer", "closed", PinpointJobs.Units.NONE);
        Summary tenth = open("10", "Backend Engineer");
        Summary ninth = open("9", "Backend engineer");
        Summary senior = open("1", "Senior Backend Engineer");

        assertThat(SUGGEST.suggest("Backend Engineer", List.of(senior, closed, tenth, ninth)))
                .extracting(Suggestion::job)
                .containsExactly(ninth, tenth, closed, senior);
    }

    @Test
    void suggests_no_more_than_the_limit_and_no_job_twice() {
        Summary first = open("1", "Nurse");

        assertThat(new SuggestJobs(2)
                        .suggest(
                                "Nurse",
                                List.of(
                                        first,
                                        first,
                                        open("1", "Night Nurse"),
                                        open("2", "Nurse"),
                                        open("3", "Nurse"))))
                .extracting(suggestion -> suggestion.job().id().value())
                .containsExactly("1", "2");
        assertThatIllegalArgumentException().isThrownBy(() -> new SuggestJobs(0));
    }

    @Test
    void compares_only_the_beginning_of_a_very_long_title() {
        String start = "Engineer ".repeat(30);

        assertThat(SUGGEST.suggest(start + "of bridges ".repeat(100_000), List.of(open("1", start + "of roads"))))
                .hasSize(1);
    }

    private static Summary open(String id, String title) {
        return new Summary(new PinpointJobId(id), title, "open", PinpointJobs.Units.NONE);
    }
}
