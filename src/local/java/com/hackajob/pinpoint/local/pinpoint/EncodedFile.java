package com.hackajob.pinpoint.local.pinpoint;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** A file as it comes in a request: base64, behind a data-URI prefix where that is asked for (documented). */
record EncodedFile(String attribute, String context, String filename, String data) {

    private static final String MARK = ";base64,";

    /** What is accepted in its place. */
    record Limits(Set<String> extensions, int bytes, boolean prefixNeeded) {}

    /** Why the file is refused (the words are invented). */
    Optional<Problem> problem(Limits limits) {
        if (!limits.extensions().contains(FileTypes.extension(filename))) {
            return refused("has an invalid content type");
        }
        if (limits.prefixNeeded() && !hasPrefix()) {
            return refused("must be a data URI");
        }
        return content()
                .map(content -> content.length == 0
                        ? refused("can't be blank")
                        : refusedIf(content.length > limits.bytes(), "is too large"))
                .orElseGet(() -> refused("is not valid base64"));
    }

    SimulatedFile decoded() {
        return new SimulatedFile(
                context, filename, FileTypes.mediaType(filename), content().orElseThrow());
    }

    private boolean hasPrefix() {
        return data.startsWith("data:") && data.contains(MARK);
    }

    private Optional<byte[]> content() {
        String base64 = hasPrefix() ? data.substring(data.indexOf(MARK) + MARK.length()) : data;
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Problem> refusedIf(boolean refused, String message) {
        return refused ? refused(message) : Optional.empty();
    }

    private Optional<Problem> refused(String message) {
        return Optional.of(Problem.attribute(attribute, message));
    }
}
