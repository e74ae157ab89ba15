package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Content;

/** Tells a CV's type from its content, whatever its name claims. */
public interface CvTypes {

    /** Reads the content in pieces, and holds none of it. */
    CvType typeOf(Content content);

    /** What a CV is. */
    sealed interface CvType {
        /** @param mediaType of those that Pinpoint takes as a CV: pdf, doc, docx, rtf or txt */
        record Known(String mediaType) implements CvType {}

        /** Nothing that Pinpoint takes. */
        record Unknown() implements CvType {}

        /** It claims to be a Word document, and is damaged or built to harm whoever opens it. */
        record Unsafe() implements CvType {}
    }
}
