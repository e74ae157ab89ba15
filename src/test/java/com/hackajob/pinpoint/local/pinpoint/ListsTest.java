package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListsTest extends PinpointTest {

    @Test
    void a_page_shorter_than_asked_is_the_last() {
        for (int i = 1; i <= 5; i++) {
            tenant.createJob("Job " + i);
        }

        assertThat(ids("/api/v1/jobs?sort=id&page[size]=2&page[number]=1")).containsExactly("1", "2");
        assertThat(ids("/api/v1/jobs?sort=id&page[size]=2&page[number]=3")).containsExactly("5");
        assertThat(ids("/api/v1/jobs?sort=id&page[size]=2&page[number]=4")).isEmpty();
        assertThat(ids("/api/v1/jobs?sort=id&page[size]=0")).isEmpty();
    }

    @Test
    void a_page_has_a_hundred_rows_unless_told() {
        for (int i = 1; i <= 101; i++) {
            tenant.createJob("Job " + i);
        }

        assertThat(ids("/api/v1/jobs?sort=id")).hasSize(100);
        assertThat(ids("/api/v1/jobs?sort=id&page[size]=1000")).hasSize(101);
    }

    @Test
    void the_total_is_told_when_asked_for() {
        tenant.createJob("One");
        tenant.createJob("Two");

        Caller.Answer answer = caller.get("/api/v1/jobs?page[size]=1&stats[total]=count");

        assertThat(answer.json().get("meta")).isEqualTo(Caller.json("{\"stats\": {\"total\": {\"count\": 2}}}"));
        assertThat(caller.get("/api/v1/jobs").json().get("meta")).isEqualTo(Caller.json("{}"));
    }

    @Test
    void rows_are_sorted_by_time_and_id() {
        tenant.createJob("One");
        tenant.createJob("Two");
        clock.pass(Duration.ofMinutes(1));
        tenant.renameJob("1", "Uno");

        assertThat(ids("/api/v1/jobs?sort=updated_at,id")).containsExactly("2", "1");
        assertThat(ids("/api/v1/jobs?sort=created_at,-id")).containsExactly("2", "1");
        assertThat(ids("/api/v1/jobs?sort=-id")).containsExactly("2", "1");
    }

    @Test
    void the_order_of_a_list_that_names_none_is_a_policy() {
        tenant.createJob("One");
        tenant.createJob("Two");
        tenant.policies().defaultSort("-id");

        assertThat(ids("/api/v1/jobs")).containsExactly("2", "1");
    }

    @Test
    void times_filter_by_greater_and_less() {
        tenant.createJob("One");
        clock.pass(Duration.ofSeconds(1));
        tenant.createJob("Two");

        assertThat(ids("/api/v1/jobs?filter[created_at][gt]=2026-03-01T12:00:00Z"))
                .containsExactly("2");
        assertThat(ids("/api/v1/jobs?filter[created_at][lt]=2026-03-01T13:00:01%2B01:00"))
                .containsExactly("1");
    }

    @Test
    void only_the_fields_asked_for_are_shown() {
        tenant.createJob("One");

        assertThat(caller.get("/api/v1/jobs/1?fields[jobs]=title").json().at("/data/attributes"))
                .isEqualTo(Caller.json("{\"title\": \"One\"}"));
    }

    @Test
    void extra_fields_are_absent_unless_asked_for() {
        apply(tenant.createJob("One"));
        clock.pass(Duration.ofDays(3));

        assertThat(caller.get("/api/v1/applications/1")
                        .json()
                        .at("/data/attributes")
                        .has("tags"))
                .isFalse();
        var attributes = caller.get("/api/v1/applications/1?extra_fields[applications]=tags,days_in_current_stage")
                .json()
                .at("/data/attributes");
        assertThat(attributes.get("tags")).isEqualTo(Caller.json("[]"));
        assertThat(attributes.get("days_in_current_stage").asInt()).isEqualTo(3);
    }

    private List<String> ids(String path) {
        return caller.get(path).json().get("data").findValuesAsText("id");
    }
}
