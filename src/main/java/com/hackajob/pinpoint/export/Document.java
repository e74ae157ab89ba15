package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Content;

/**
 * A file on its way to Pinpoint.
 *
 * @param mediaType such as {@code application/pdf}, told from the content and not from the name
 */
public record Document(String fileName, String mediaType, Content content) {
    /** Under a name that says where it comes from. */
    Document ofHackajob() {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        return new Document(stem + " - hackajob" + fileName.substring(stem.length()), mediaType, content);
    }

    @Override
    public String toString() {
        return "Document[" + mediaType + ", " + content + "]";
    }
}
