package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.export.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A request's body: JSON with files in it, of which a block at a time is encoded while it is sent. Its length is known
 * before, and it can be read as often as needed.
 */
final class RequestBody {

    private final List<Content> texts = new ArrayList<>();
    private final List<Content> files = new ArrayList<>();

    /** What writes the JSON. */
    interface Json {
        void write(OutputStream to) throws IOException;
    }

    /** @param json may hold {@link DataUri}s */
    static RequestBody of(Json json) throws IOException {
        Writer writer = new Writer();
        json.write(writer);
        return writer.body();
    }

    /** In bytes. */
    long length() {
        long plain = texts.stream().mapToLong(Content::size).sum();
        return plain + files.stream().mapToLong(Base64Stream::length).sum();
    }

    /** Reads it anew. */
    InputStream open() {
        List<InputStream> pieces = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            pieces.add(texts.get(i).open());
            if (i < files.size()) {
                pieces.add(new Base64Stream(files.get(i).open()));
            }
        }
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    @Override
    public String toString() {
        return "RequestBody[" + length() + " bytes]";
    }

    /** Collects what the JSON library writes, and where a file comes in. */
    private static final class Writer extends ByteArrayOutputStream {

        private final RequestBody body = new RequestBody();

        private void add(Content file) {
            endText();
            body.files.add(file);
        }

        private RequestBody body() {
            endText();
            return body;
        }

        private void endText() {
            body.texts.add(new Bytes(toByteArray()));
            reset();
        }
    }

    /**
     * A file as Pinpoint takes it. The prefix is documented for documents and cover letters; for the CV it is not said, and
     * sent all the same.
     */
    record DataUri(Document document) implements JsonSerializable {

        @Override
        public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeRawValue("\"data:" + document.mediaType() + ";base64,");
            json.flush();
            ((Writer) json.getOutputTarget()).add(document.content());
            json.writeRaw('"');
        }

        @Override
        public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(json, provider);
        }
    }
}
