package com.hackajob.pinpoint.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.export.Document;
import com.hackajob.pinpoint.pinpoint.RequestBody.DataUri;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streaming changes nothing in what is sent. */
class RequestBodyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 12_287, 12_288, 12_289, 12_290, 24_576, 1_000_000})
    void sends_what_it_would_send_from_memory(int size) throws IOException {
        byte[] cv = new byte[size];
        new SplittableRandom(size).nextBytes(cv);

        RequestBody body = streamed(cv);

        assertThat(body.open().readAllBytes()).isEqualTo(fromMemory(cv));
        assertThat(body.length()).isEqualTo(fromMemory(cv).length);
    }

    @Test
    void can_be_read_again_when_the_first_time_came_to_nothing() throws IOException {
        byte[] cv = new byte[100_000];
        RequestBody body = streamed(cv);
        try (InputStream brokenOff = body.open()) {
            brokenOff.readNBytes(70_000);
        }

        assertThat(body.open().readAllBytes()).isEqualTo(fromMemory(cv));
    }

    @Test
    void can_be_read_a_byte_at_a_time() throws IOException {
        byte[] cv = {-1, 0, 1, 127, -128};
        InputStream in = streamed(cv).open();

        for (byte expected : fromMemory(cv)) {
            assertThat(in.read()).isEqualTo(expected & 0xFF);
        }
        assertThat(in.read()).isEqualTo(-1);
    }

    private static RequestBody streamed(byte[] cv) throws IOException {
        ObjectNode tree = tree(cv, (node, document) -> node.putPOJO("data", new DataUri(document)));
        return RequestBody.of(to -> MAPPER.writeValue(to, tree));
    }

    private static byte[] fromMemory(byte[] cv) throws IOException {
        ObjectNode tree = tree(cv, (node, document) -> {
            String base64 = Base64.getEncoder().encodeToString(((Bytes) document.content()).array());
            node.put("data", "data:" + document.mediaType() + ";base64," + base64);
        });
        return MAPPER.writeValueAsBytes(tree);
    }

    /** Text, a file, text, another file, text. */
    private static ObjectNode tree(byte[] cv, BiConsumer<ObjectNode, Document> file) {
        ObjectNode root = MAPPER.createObjectNode().put("name", "Zoë \"Quirke\" \uD83D\uDE00");
        file.accept(root.putObject("cv"), new Document("cv.pdf", "application/pdf", new Bytes(cv)));
        root.put("between", "</script>");
        file.accept(root.putArray("documents").addObject(), new Document("a", "text/plain", new Bytes(new byte[] {1})));
        return root.put("end", 1);
    }
}
