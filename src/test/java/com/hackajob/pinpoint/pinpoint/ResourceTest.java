package com.hackajob.pinpoint.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What is kept of an answer, which goes into a row of the table. */
class ResourceTest {

    @Test
    void an_attribute_is_read_as_it_is() {
        assertThat(titled("Café 😀 " + "x".repeat(900)).text("title")).contains("Café 😀 " + "x".repeat(900));
    }

    @Test
    void no_more_of_an_attribute_is_read_than_a_row_has_room_for() {
        assertThat(titled("x".repeat(1_001)).text("title")).contains("x".repeat(1_000));
    }

    @Test
    void half_a_character_is_none() {
        assertThat(titled("a\uD800b").text("title")).contains("a?b");
        assertThat(titled("x".repeat(999) + "😀").text("title")).contains("x".repeat(999) + "?");
    }

    private static Resource titled(String title) {
        var node = new ObjectMapper().createObjectNode();
        node.putObject("attributes").put("title", title);
        return new Resource(node);
    }
}
