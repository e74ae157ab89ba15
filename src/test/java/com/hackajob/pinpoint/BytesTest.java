package com.hackajob.pinpoint;

import static com.hackajob.pinpoint.export.ExportFixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void are_compared_by_value() {
        assertThat(bytes("abc")).isEqualTo(bytes("abc")).hasSameHashCodeAs(bytes("abc"));
        assertThat(bytes("abc")).isNotEqualTo(bytes("abd"));
    }

    @Test
    void tell_their_size_and_nothing_else() {
        assertThat(bytes("abc")).hasToString("[3 bytes]");
    }

    @Test
    void know_their_sha_256() {
        assertThat(bytes("abc").sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
