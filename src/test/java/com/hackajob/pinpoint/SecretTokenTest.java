package com.hackajob.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SecretTokenTest {

    @Test
    void is_32_random_bytes_that_are_safe_in_a_link_and_a_cookie() {
        assertThat(SecretToken.random(new SplittableRandom(7)).value()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void each_is_another() {
        var random = new SplittableRandom(7);

        assertThat(SecretToken.random(random)).isNotEqualTo(SecretToken.random(random));
    }

    @Test
    void its_hash_is_its_sha_256() {
        assertThat(new SecretToken("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void knows_its_own_hash_and_no_other() {
        var token = new SecretToken("abc");

        assertThat(token.hasHash(token.hash())).isTrue();
        assertThat(token.hasHash(new SecretToken("abd").hash())).isFalse();
        assertThat(token.hasHash("")).isFalse();
    }
}
