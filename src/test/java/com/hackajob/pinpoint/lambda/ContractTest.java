package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.local.aws.Exchange;
import com.hackajob.pinpoint.local.aws.Exchange.Answer;
import com.hackajob.pinpoint.local.aws.Exchange.Question;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults on purpose, each of which {@link Contract} has to see in what is else as openapi.yaml says. */
class ContractTest {

    private static final Contract CONTRACT = Contract.published();

    private static final String MAPPING = """
            {"jobId": "job-1", "notifyCandidate": false, "pushRejections": false, "warnings": [],
             "pinpointJob": {"id": "1", "title": "Cook", "status": "open", "takesApplications": true,
                             "stages": [], "demands": []},
             "stages": [{"stageId": "stage-1", "stageName": "Accepted", "inbound": true}],
             "updatedBy": "user-1", "updatedAt": "2026-03-01T09:00:00Z"}""";
    private static final String PROBLEM = """
            {"type": "about:blank", "title": "Not Found", "status": 404, "code": "mapping_not_found", "detail": "…"}""";
    private static final String EDIT = "{\"pinpointJobId\": \"1\", \"stages\": []}";

    @Test
    void sees_nothing_in_what_is_as_documented() {
        assertThat(breaches(get(), mapping(MAPPING))).isEmpty();
        assertThat(breaches(put(EDIT), mapping(MAPPING))).isEmpty();
        assertThat(breaches(get(), problem(404, PROBLEM))).isEmpty();
        assertThat(breaches(put("{}"), problem(400, PROBLEM))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a property that nobody documented  | \"jobId\":                         | \"secret\": 1, \"jobId\":  | secret",
                "one deep inside                    | \"title\":                         | \"x\": 1, \"title\":       | \"x\"",
                "a required property that is missing| \"updatedBy\": \"user-1\",         | ''                         | updatedBy",
                "one deep inside                    | \"stageName\": \"Accepted\",       | ''                         | stageName",
                "another type                       | \"notifyCandidate\": false         | \"notifyCandidate\": \"no\"| boolean",
                "a time that is none                | 2026-03-01T09:00:00Z               | yesterday                  | yesterday",
                "null for nothing                   | \"notifyCandidate\": false         | \"notifyCandidate\": null  | null",
            })
    void sees_a_body_with(String fault, String right, String wrong, String told) {
        assertThat(MAPPING).contains(right);

        assertThat(breaches(get(), mapping(MAPPING.replaceFirst(right, wrong))))
                .as(fault)
                .singleElement()
                .asString()
                .startsWith("answers against the contract: ")
                .contains(told);
    }

    @Test
    void sees_a_status_that_is_not_documented() {
        assertThat(breaches(get(), new Answer(202, headers("application/json"), bytes(MAPPING))))
                .containsExactly("answers a status that is not documented");
        assertThat(breaches(get(), problem(418, PROBLEM))).containsExactly("answers a status that is not documented");
    }

    @Test
    void sees_another_content_type() {
        assertThat(breaches(get(), new Answer(404, headers("application/json"), bytes(PROBLEM))))
                .isNotEmpty();
        assertThat(breaches(get(), new Answer(200, headers("text/html"), bytes(MAPPING))))
                .isNotEmpty();
    }

    @Test
    void sees_a_header_that_is_missing() {
        assertThat(breaches(
                        get(), new Answer(200, Map.of("content-type", List.of("application/json")), bytes(MAPPING))))
                .singleElement()
                .asString()
                .contains("ETag");
    }

    @Test
    void sees_a_body_that_is_missing_or_one_too_many() {
        assertThat(breaches(get(), mapping(""))).isNotEmpty();
        assertThat(breaches(question("DELETE", ""), new Answer(204, Map.of(), bytes("gone"))))
                .isNotEmpty();
    }

    @Test
    void sees_an_error_code_that_is_not_documented() {
        assertThat(breaches(get(), problem(404, PROBLEM.replace("mapping_not_found", "lost_somehow"))))
                .singleElement()
                .asString()
                .contains("lost_somehow");
    }

    @Test
    void sees_a_route_that_is_not_documented() {
        var unknown = new Question("GET", "/v1/nowhere", "", Map.of(), new byte[0]);

        assertThat(breaches(unknown, mapping(MAPPING))).containsExactly("answers a route that is not documented");
        assertThat(breaches(unknown, problem(404, PROBLEM))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"stages\": []}",
                "{\"pinpointJobId\": 1, \"stages\": []}",
                "{\"pinpointJobId\": \"1\", \"stages\": [], \"colour\": \"red\"}",
                "[]",
                "''"
            })
    void sees_a_request_that_should_have_been_refused(String body) {
        assertThat(breaches(put(body), mapping(MAPPING))).isNotEmpty().allSatisfy(breach -> assertThat(breach)
                .startsWith("takes a request against the contract: "));
        assertThat(breaches(put(body), problem(400, PROBLEM))).isEmpty();
    }

    @Test
    void sees_parameters_that_are_not_documented() {
        var question = new Question("GET", "/v1/jobs/job-1/mapping", "colour=red", asMember(), new byte[0]);

        assertThat(breaches(question, mapping(MAPPING)))
                .singleElement()
                .asString()
                .contains("colour");
    }

    private static List<String> breaches(Question question, Answer answer) {
        return CONTRACT.breaches(new Exchange(question, answer));
    }

    private static Question get() {
        return question("GET", "");
    }

    private static Question put(String body) {
        return question("PUT", body);
    }

    private static Question question(String method, String body) {
        return new Question(method, "/v1/jobs/job-1/mapping", "", asMember(), bytes(body));
    }

    private static Map<String, String> asMember() {
        return new HashMap<>(Map.of("authorization", "Bearer x", "content-type", "application/json"));
    }

    private static Answer mapping(String body) {
        return new Answer(200, headers("application/json"), bytes(body));
    }

    private static Answer problem(int status, String body) {
        return new Answer(status, headers("application/problem+json"), bytes(body));
    }

    private static Map<String, List<String>> headers(String type) {
        return Map.of("content-type", List.of(type), "etag", List.of("\"1\""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
