package com.hackajob.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.hackajob.pinpoint.connection.Subdomain;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an identifier may be, whoever sends it. */
class IdentifiersTest {

    private static final List<Function<String, Record>> OURS = List.of(CompanyId::new, JobId::new, CandidateId::new);
    private static final List<Function<String, Record>> PINPOINTS =
            List.of(ApplicationId::new, PinpointJobId::new, PinpointStageId::new);

    static Stream<String> hostile() {
        return Stream.of(
                "",
                " ",
                "a b",
                "a#b",
                "a/b",
                "../a",
                ".a",
                "-a",
                "a~b",
                "a\n",
                "a\r\nb",
                "a\u0000",
                "ä",
                "١",
                "a".repeat(129));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refuses_what_is_not_safe_in_a_key_a_path_and_a_log(String value) {
        assertThat(OURS).allSatisfy(type -> assertThatIllegalArgumentException().isThrownBy(() -> type.apply(value)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void does_not_repeat_what_it_refuses(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompanyId(value))
                .withMessage("not a company id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "3f1c2d4e-0000-4000-8000-000000000000", "a_b.c-d", "A"})
    void takes_short_and_printable_ones(String value) {
        assertThat(OURS).allSatisfy(type -> assertThat(type.apply(value)).isEqualTo(type.apply(value)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refuses_pinpoint_ids_that_are_hostile(String value) {
        assertThat(PINPOINTS)
                .allSatisfy(type -> assertThatIllegalArgumentException().isThrownBy(() -> type.apply(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0", "0x1", "a", "12345678901234567890", "1/2"})
    void refuses_pinpoint_ids_that_are_not_up_to_19_digits(String value) {
        assertThat(PINPOINTS)
                .allSatisfy(type -> assertThatIllegalArgumentException().isThrownBy(() -> type.apply(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a.b", "a_b", "a/b", "a@b", "a:80", "acme.evil.example", "ä"})
    void refuses_what_is_not_a_subdomain(String typed) {
        assertThat(Subdomain.parse(typed)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Subdomain(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "ACME", " acme\n", "Acme "})
    void forgives_how_a_subdomain_was_typed(String typed) {
        assertThat(Subdomain.parse(typed)).isEqualTo(Optional.of(new Subdomain("acme")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "ä"})
    void refuses_what_is_not_a_user(String text) {
        assertThat(UserId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-1", "auth0|5f7c8ec7", "urn:user/1"})
    void takes_users_as_tokens_name_them(String text) {
        assertThat(UserId.parse(text)).contains(new UserId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void refuses_a_blank_stage(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StageId(value));
    }
}
