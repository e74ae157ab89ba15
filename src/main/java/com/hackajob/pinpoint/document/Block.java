package com.hackajob.pinpoint.document;

import java.util.List;
import java.util.Optional;

/**
 * A paragraph of the document.
 *
 * @param spans set one after the other, a dot between them
 * @param aside what stands at the other end of the line
 */
record Block(Style style, List<Span> spans, Optional<Span> aside) {

    Block(Style style, List<Span> spans) {
        this(style, spans, Optional.empty());
    }

    Block(Style style, Span span) {
        this(style, List.of(span));
    }

    boolean saysNothing() {
        return aside.isEmpty() && spans.stream().allMatch(span -> span.text().isBlank());
    }

    @Override
    public String toString() {
        return "Block[" + style + "]";
    }

    /**
     * Text in one look.
     *
     * @param link where a click leads
     */
    record Span(String text, boolean bold, Optional<String> link) {

        static Span plain(String text) {
            return new Span(CleanText.line(text), false, Optional.empty());
        }

        static Span bold(String text) {
            return new Span(CleanText.line(text), true, Optional.empty());
        }

        /** A click leads to the address where {@link WebAddress} finds that safe. */
        static Span address(String address) {
            String clean = CleanText.line(address);
            return new Span(clean, false, WebAddress.of(clean));
        }

        @Override
        public String toString() {
            return "Span[hidden]";
        }
    }
}
