package com.hackajob.pinpoint.export;

import java.util.List;

/** Sets a candidate's hackajob profile as a document that a recruiter likes to read. */
public interface ProfileDocuments {

    /** The same candidate gives the same bytes, whenever and wherever it is called. */
    ProfileDocument render(Candidate candidate);

    /** @param missingGlyphs each character that no font at hand can draw, such as {@code U+4E2D}, in order and once; they are left out of the page */
    record ProfileDocument(Document document, List<String> missingGlyphs) {
        public ProfileDocument {
            missingGlyphs = List.copyOf(missingGlyphs);
        }
    }
}
