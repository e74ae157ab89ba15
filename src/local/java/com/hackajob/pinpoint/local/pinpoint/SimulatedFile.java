package com.hackajob.pinpoint.local.pinpoint;

import java.util.Arrays;
import java.util.Objects;

/** A file that Pinpoint holds, compared by content. */
public record SimulatedFile(String context, String filename, String mediaType, byte[] content) {

    public SimulatedFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimulatedFile file
                && context.equals(file.context)
                && filename.equals(file.filename)
                && mediaType.equals(file.mediaType)
                && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(context, filename, mediaType, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return "SimulatedFile[%s, %s, %s, %d bytes]".formatted(context, filename, mediaType, content.length);
    }
}
