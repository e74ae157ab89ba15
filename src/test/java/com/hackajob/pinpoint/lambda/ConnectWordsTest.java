package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.lambda.ConnectTrial.How;
import com.hackajob.pinpoint.lambda.ConnectView.Mishap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read on the connect page when it does not work. */
class ConnectWordsTest {

    @ParameterizedTest
    @EnumSource
    void say_of_every_error_what_happened_and_what_to_do(ErrorCode code) {
        for (How how : How.values()) {
            Mishap words = words(how, code, Optional.empty());

            assertThat(words.code()).isEqualTo(code.code());
            assertThat(words.detail()).isNotBlank();
            assertThat(words.remedy()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void never_ask_for_a_key_of_whoever_signed_in(ErrorCode code) {
        assertThat(words(How.SIGN_IN, code, Optional.empty()).remedy()).doesNotContain("paste");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subdomain", "apiKey", "webhookSecret", "action"})
    void tell_of_no_request_or_route_where_something_was_filled_in_wrongly(String field) {
        Mishap words = words(How.FORM, ErrorCode.INVALID_REQUEST, Optional.of(field));

        assertThat(words.detail() + words.remedy()).doesNotContain("request", "route");
    }

    @Test
    void name_the_field_that_is_meant() {
        assertThat(field(How.FORM, ErrorCode.CREDENTIAL_REJECTED)).contains("apiKey");
        assertThat(field(How.FORM, ErrorCode.SUBDOMAIN_UNKNOWN)).contains("subdomain");
        assertThat(field(How.SIGN_IN, ErrorCode.ALREADY_CONNECTED)).contains("confirm");
        assertThat(field(How.FORM, ErrorCode.PINPOINT_UNAVAILABLE)).isEmpty();
    }

    private static Optional<String> field(How how, ErrorCode code) {
        return words(how, code, Optional.empty()).field();
    }

    private static Mishap words(How how, ErrorCode code, Optional<String> field) {
        Problem problem = Problem.of(code, field, Optional.empty());
        return ConnectWords.of(new ConnectTrial(how, problem, Optional.empty(), List.of()));
    }
}
