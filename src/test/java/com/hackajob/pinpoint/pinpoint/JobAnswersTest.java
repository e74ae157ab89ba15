package com.hackajob.pinpoint.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointJobs.Description;
import com.hackajob.pinpoint.mapping.PinpointJobs.Page;
import com.hackajob.pinpoint.mapping.PinpointJobs.Position;
import com.hackajob.pinpoint.mapping.PinpointJobs.Search;
import com.hackajob.pinpoint.mapping.PinpointJobs.Summary;
import com.hackajob.pinpoint.mapping.PinpointJobs.Unit;
import com.hackajob.pinpoint.mapping.PinpointJobs.Units;
import com.hackajob.pinpoint.mapping.PinpointJobs.Within;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobAnswersTest {

    private static final Search ALL = new Search(Optional.empty(), List.of(), Within.ANY, Within.ANY, Optional.empty());

    @Test
    void names_the_units_of_each_job_and_leaves_out_what_is_not_there() {
        JsonNode body = json("""
                {"data": [
                  {"id": "1", "attributes": {"title": "Cook", "status": "open"}, "relationships": {
                    "department": {"data": {"type": "departments", "id": "3"}},
                    "location": {"data": {"type": "locations", "id": "3"}}}},
                  {"id": "2", "attributes": {"title": null}, "relationships": {
                    "department": {"data": null}, "location": {"meta": {"included": false}}}},
                  {"id": "3", "relationships": {"department": {"data": {"type": "departments", "id": "9"}}}}],
                 "included": [
                  {"id": "3", "type": "departments", "attributes": {"name": "Kitchen"}},
                  {"id": "3", "type": "locations", "attributes": {"name": "Jersey"}}]}
                """);

        assertThat(JobAnswers.page(body, ALL, true))
                .isEqualTo(new Page(
                        List.of(
                                new Summary(
                                        new PinpointJobId("1"),
                                        "Cook",
                                        "open",
                                        new Units(
                                                Optional.of(new Unit("3", "Kitchen")),
                                                Optional.of(new Unit("3", "Jersey")))),
                                new Summary(new PinpointJobId("2"), "", "unknown", Units.NONE),
                                new Summary(new PinpointJobId("3"), "", "unknown", Units.NONE)),
                        Optional.empty(),
                        true));
    }

    @Test
    void a_full_page_has_a_next_one() {
        assertThat(JobAnswers.page(jobs(1, 100), ALL, true).next()).contains(position(2, 100));
        assertThat(JobAnswers.page(jobs(101, 200), ALL.after(position(2, 100)), true)
                        .next())
                .contains(position(3, 200));
        assertThat(JobAnswers.page(jobs(201, 299), ALL.after(position(3, 200)), true)
                        .next())
                .isEmpty();
    }

    @Test
    void what_was_shown_before_is_not_shown_again_when_jobs_came_in_between() {
        Page page = JobAnswers.page(jobs(98, 197), ALL.after(position(2, 100)), true);

        assertThat(page.jobs()).extracting(job -> job.id().value()).hasSize(97).startsWith("101");
        assertThat(page.next()).contains(position(3, 197));
    }

    @Test
    void a_page_of_nothing_new_still_leads_on_from_the_last_job_shown() {
        Page page = JobAnswers.page(jobs(1, 100), ALL.after(position(2, 500)), true);

        assertThat(page).isEqualTo(new Page(List.of(), Optional.of(position(3, 500)), true));
    }

    @Test
    void ids_are_compared_as_numbers_of_any_length() {
        JsonNode body = json("{\"data\": [{\"id\": \"9\"}, {\"id\": \"9999999999999999999\"}]}");

        assertThat(JobAnswers.page(body, ALL.after(position(2, 10)), true).jobs())
                .extracting(job -> job.id().value())
                .containsExactly("9999999999999999999");
    }

    @Test
    void describes_a_job_with_its_stages_in_order() {
        JsonNode body = json("""
                {"data": {"id": "1", "attributes": {"title": "Cook", "status": "draft"},
                  "relationships": {"department": {"data": {"type": "departments", "id": "3"}}}},
                 "included": [{"id": "3", "type": "departments", "attributes": {"name": "Kitchen"}}]}
                """);

        assertThat(JobAnswers.description(body, true))
                .isEqualTo(new Description(
                        new PinpointJob(new PinpointJobId("1"), "Cook", "draft", List.of(), Set.of()),
                        new Units(Optional.of(new Unit("3", "Kitchen")), Optional.empty()),
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "require_phone,true,PHONE",
        "ask_for_address,true,ADDRESS",
        "resume_requirement,'\"required\"',CV",
        "personal_summary_requirement,'\"required\"',SUMMARY",
        "ask_for_linkedin_profile,true,LINKEDIN_PROFILE",
        "cover_letter_requirement,'\"required\"',COVER_LETTER",
        "ask_for_date_of_birth,true,DATE_OF_BIRTH",
        "ask_for_middle_name,true,MIDDLE_NAME",
        "diversity_monitoring_requirement,'\"required\"',DIVERSITY_MONITORING"
    })
    void reads_each_demand(String attribute, String value, Demand demand) {
        assertThat(job(attribute, value).demands()).containsExactly(demand);
    }

    @ParameterizedTest
    @CsvSource({
        "require_phone,false",
        "ask_for_date_of_birth,null",
        "resume_requirement,'\"optional\"'",
        "resume_requirement,'\"hidden\"'",
        "cover_letter_requirement,null",
        "diversity_monitoring_requirement,true"
    })
    void only_what_is_required_is_a_demand(String attribute, String value) {
        assertThat(job(attribute, value).demands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\": null}", "{\"data\": {\"id\": \"1\"}}", "{\"data\": [{\"id\": \"x\"}]}"})
    void an_answer_of_another_shape_is_an_outage(String body) {
        assertThatThrownBy(() -> JobAnswers.page(json(body), ALL, true)).isInstanceOf(Outage.class);
    }

    private static PinpointJob job(String attribute, String value) {
        return JobAnswers.job(
                json("{\"data\": {\"id\": \"1\", \"attributes\": {\"%s\": %s}}}".formatted(attribute, value)));
    }

    private static JsonNode jobs(int first, int last) {
        return json(IntStream.rangeClosed(first, last)
                .mapToObj("{\"id\": \"%d\"}"::formatted)
                .collect(Collectors.joining(",", "{\"data\": [", "]}")));
    }

    private static Position position(int page, int last) {
        return new Position(page, new PinpointJobId(Integer.toString(last)));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
