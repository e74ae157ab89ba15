package com.hackajob.pinpoint.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SecretToken;
import org.junit.jupiter.api.Test;

class PkceVerifierTest {

    private static final SecretToken BROWSER = new SecretToken("the-browser");

    @Test
    void has_the_form_that_rfc_7636_asks_for() {
        assertThat(PkceVerifier.of(BROWSER).value()).matches("[A-Za-z0-9._~-]{43,128}");
    }

    @Test
    void its_challenge_is_the_one_of_rfc_7636_appendix_b() {
        assertThat(new PkceVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void is_the_same_whenever_it_is_derived_and_another_for_another_browser() {
        assertThat(PkceVerifier.of(BROWSER)).isEqualTo(PkceVerifier.of(BROWSER));
        assertThat(PkceVerifier.of(BROWSER)).isNotEqualTo(PkceVerifier.of(new SecretToken("another")));
    }

    @Test
    void can_not_be_told_from_the_cookies_stored_hash() {
        assertThat(PkceVerifier.of(BROWSER).value()).isNotEqualTo(BROWSER.hash());
    }
}
