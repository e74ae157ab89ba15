package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Content;

/**
 * A file on its way to Pinpoint.
 *
 * @param mediaType such as {@code application/pdf}, told from the content and not from the name
 */
public record Document(String fileName, String mediaType, Content content) {
    @Override
    public String toString() {
        return "Document[" + mediaType + ", " + content + "]";
    }
}
