package com.hackajob.pinpoint.document;

/**
 * What a Word document may unpack to. A CV of ten megabytes that was written by a person stays far below all of it; what
 * does not would cost whoever opens it, here or at Pinpoint, memory or time. Counted while unpacking, not believed.
 */
final class ZipLimits {

    /** A document with a hundred pictures has about a hundred and fifty. */
    static final int ENTRIES = 2_000;

    /** Bytes, of all entries together and of the documents that are embedded in it. */
    static final long INFLATED = 100L * 1024 * 1024;

    /** Of an entry, unpacked to packed. Text is packed to a tenth, drawings and bitmaps to a hundredth. */
    static final int RATIO = 200;

    /** Bytes: an entry that unpacks to no more may do so from however few. */
    static final long ANY_RATIO = 1024 * 1024;

    /** A chart brings the table that it was drawn from, which is a zip as well; that one may hold no other. */
    static final int DEPTH = 1;

    /** Bytes of the list of parts, which is read as a whole. */
    static final int PARTS = 1024 * 1024;

    private ZipLimits() {}
}
