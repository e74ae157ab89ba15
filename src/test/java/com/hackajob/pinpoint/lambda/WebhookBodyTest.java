package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.lambda.WebhookBody.Content;
import com.hackajob.pinpoint.lambda.WebhookBody.Hint;
import com.hackajob.pinpoint.lambda.WebhookBody.Nothing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a webhook gives reason to. */
class WebhookBodyTest {

    private final WebhookBody webhookBody = new WebhookBody(JsonMapper.builder().build(), new SettableClock());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event':'application_hired','triggeredAt':%d,'data':{'application':{'id':88001},'job':{'id':1}}}",
                "{'event':'application_stage_changed','triggeredAt':%d,'data':{'application':{'id':'88001'}}}",
                "{'event':'never heard of','triggeredAt':%d,'data':{'application':{'id':88001,'stage':'x'}},'more':[]}",
                "{'triggeredAt':%d,'data':{'application':{'id':88001}}}"
            })
    void whatever_names_an_application_is_a_hint_to_look_at_it(String body) {
        assertThat(read(body.formatted(SettableClock.START.getEpochSecond())))
                .isEqualTo(new Hint(new ApplicationId("88001")));
    }

    @Test
    void without_a_time_it_is_a_hint_as_well() {
        assertThat(read("{'event':'x','data':{'application':{'id':88001}}}")).isInstanceOf(Hint.class);
    }

    /** Interview times are not synchronised: hackajob's users know them from their calendars, and Pinpoint's API has none. */
    @ParameterizedTest
    @ValueSource(strings = {"interview_scheduled", "application_interview_cancelled"})
    void an_interview_is_no_move(String event) {
        assertThat(read("{'event':'%s','data':{'application':{'id':88001}}}".formatted(event)))
                .isEqualTo(new Nothing("about an interview"));
    }

    @Test
    void what_is_older_than_pinpoints_last_try_is_left_alone() {
        Instant last = SettableClock.START.minus(Duration.ofHours(25));

        assertThat(triggeredAt(last)).isInstanceOf(Hint.class);
        assertThat(triggeredAt(last.minusSeconds(1))).isEqualTo(new Nothing("older than Pinpoint's last try"));
    }

    /** In thousandths or millionths of a second, as others write it. */
    @ParameterizedTest
    @ValueSource(strings = {"1772442000000", "1772442000000000000", "1e30", "'soon'"})
    void a_time_that_is_none_is_left_out_of_account(String time) {
        assertThat(read("{'event':'x','triggeredAt':%s,'data':{'application':{'id':88001}}}".formatted(time)))
                .isInstanceOf(Hint.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event':'job_updated','data':{'job':{'id':1}}}",
                "{'data':{'application':{'id':'88001; drop'}}}",
                "{'data':{'application':{'id':-1}}}",
                "{'data':{'application':{'id':1e9}}}",
                "{'data':{'application':88001}}",
                "{'data':[{'application':{'id':88001}}]}",
                "[]",
                "null",
                "17"
            })
    void what_names_no_application_is_nothing(String body) {
        assertThat(read(body)).isEqualTo(new Nothing("about no application"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{'event':", "<html>", "{'a':1} trailing"})
    void what_is_no_json_is_nothing(String body) {
        assertThat(read(body)).isInstanceOf(Nothing.class);
    }

    private Content triggeredAt(Instant at) {
        return read(
                "{'event':'x','triggeredAt':%d,'data':{'application':{'id':88001}}}".formatted(at.getEpochSecond()));
    }

    private Content read(String body) {
        return webhookBody.read(new Bytes(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
