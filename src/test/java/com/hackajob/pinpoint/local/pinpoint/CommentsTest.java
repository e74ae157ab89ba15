package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentsTest extends PinpointTest {

    private final SimulatedJob job = tenant.createJob("Backend Engineer");

    @Test
    void a_comment_is_written_on_an_application() {
        apply(job);

        Caller.Answer answer = caller.post("/api/v1/comments", comment("applications", "1", "Hello"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/data/attributes")).isEqualTo(Caller.json("""
                                {"body_text": "Hello", "commentable_id": "1", "commentable_type": "Application",
                                 "private_comment": false, "user_id": null,
                                 "created_at": "2026-03-01T12:00:00+00:00", "updated_at": "2026-03-01T12:00:00+00:00"}
                                """));
        assertThat(tenant.application("1").comments()).containsExactly("Hello");
        assertThat(tenant.application("1").notifications())
                .contains(new Notification("New Comment Received", Notification.USERS));
    }

    @Test
    void a_comment_comes_along_with_an_application() {
        String withComment = application(job, "", """
                        , "comments": {"data": [{"type": "comments", "temp-id": "c1", "method": "create"}]}
                        """).replaceFirst("}\\s*$", """
                        , "included": [{"type": "comments", "temp-id": "c1",
                          "attributes": {"body_text": "Exported from hackajob"}}]}
                        """);

        assertThat(caller.post("/api/v1/applications", withComment).status()).isEqualTo(201);

        assertThat(tenant.application("1").comments()).containsExactly("Exported from hackajob");
        assertThat(caller.get("/api/v1/applications/1?include=comments").at("/included/0/attributes/body_text"))
                .isEqualTo("Exported from hackajob");
    }

    @Test
    void a_comment_comes_along_with_a_move() {
        apply(job);
        String move = """
                {"data": {"id": "1", "type": "applications", "relationships": {
                    "stage": {"data": {"type": "stages", "id": "%s"}},
                    "comments": {"data": [{"type": "comments", "temp-id": "c1", "method": "create"}]}}},
                 "included": [{"type": "comments", "temp-id": "c1", "attributes": {"body_text": "Withdrawn"}}]}
                """.formatted(job.stage("Rejected").id());

        assertThat(caller.put("/api/v1/applications/1", move).status()).isEqualTo(200);

        assertThat(tenant.application("1").comments()).containsExactly("Withdrawn");
        assertThat(tenant.application("1").stageId())
                .isEqualTo(job.stage("Rejected").id());
    }

    @Test
    void a_temp_id_must_be_included() {
        String dangling = application(
                job,
                "",
                ", \"comments\": {\"data\": [{\"type\": \"comments\", \"temp-id\": \"c1\", \"method\": \"create\"}]}");

        assertThat(caller.post("/api/v1/applications", dangling).status()).isEqualTo(400);
        assertThat(tenant.applications()).isEmpty();
    }

    @Test
    void comments_are_listed_by_what_they_are_on() {
        apply(job);
        caller.post("/api/v1/comments", comment("applications", "1", "On the application"));
        caller.post("/api/v1/comments", comment("candidates", "1", "On the person"));

        assertThat(caller.get("/api/v1/comments?filter[commentable_type]=Candidate&filter[commentable_id]=1")
                        .json()
                        .findValuesAsText("body_text"))
                .containsExactly("On the person");
        assertThat(caller.get("/api/v1/comments/1?include=commentable").at("/included/0/type"))
                .isEqualTo("applications");
    }

    @Test
    void a_comment_needs_a_text_and_something_to_be_on() {
        apply(job);

        assertThat(caller.post("/api/v1/comments", comment("applications", "1", " "))
                        .at("/errors/0/detail"))
                .isEqualTo("body_text can't be blank");
        assertThat(caller.post("/api/v1/comments", comment("applications", "9", "Hello"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_comment_can_be_deleted() {
        apply(job);
        caller.post("/api/v1/comments", comment("applications", "1", "Hello"));

        assertThat(caller.send("DELETE", "/api/v1/comments/1", "").status()).isEqualTo(200);
        assertThat(tenant.application("1").comments()).isEmpty();
    }

    private static String comment(String type, String id, String text) {
        return """
                {"data": {"type": "comments", "attributes": {"body_text": "%s"},
                  "relationships": {"commentable": {"data": {"type": "%s", "id": "%s"}}}}}
                """.formatted(text, type, id);
    }
}
