package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Bytes;
import java.util.Optional;

/** Tells a CV's type from its content, whatever its name claims. */
public interface CvTypes {

    /** The media type, if it is one that Pinpoint takes as a CV: pdf, doc, docx, rtf or txt. */
    Optional<String> mediaTypeOf(Bytes content);
}
