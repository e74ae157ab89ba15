package com.hackajob.pinpoint.document;

import java.nio.ByteBuffer;

/**
 * An entry as the list at a zip's end describes it.
 *
 * @param flags such as that it is encrypted
 * @param method 0 where it is stored, 8 where it is deflated
 * @param checksum CRC-32 of what it unpacks to
 * @param packed bytes
 * @param inflated bytes
 * @param at where its own header is
 */
record ZipItem(String name, int flags, int method, long checksum, long packed, long inflated, long at) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int TOLD_LATER = 1 << 3;

    /** In place of a number that is told in an extension for files of more than four gigabytes. */
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    /** @param header 46 bytes, little-endian */
    static ZipItem of(ByteBuffer header, String name) throws UnsafeZip {
        ZipItem item = new ZipItem(
                name,
                unsigned(header, 8),
                unsigned(header, 10),
                Integer.toUnsignedLong(header.getInt(16)),
                Integer.toUnsignedLong(header.getInt(20)),
                Integer.toUnsignedLong(header.getInt(24)),
                Integer.toUnsignedLong(header.getInt(42)));
        item.check();
        return item;
    }

    private void check() throws UnsafeZip {
        UnsafeZip.unless(!isEncrypted(), "encrypted");
        UnsafeZip.unless(method == STORED || method == DEFLATED, "packed in a way that Word does not");
        UnsafeZip.unless(packed != ELSEWHERE && inflated != ELSEWHERE && at != ELSEWHERE, "zip64");
        UnsafeZip.unless(method == DEFLATED || packed == inflated, "stored in another size");
        UnsafeZip.unless(inflated <= ZipLimits.INFLATED, "unpacks to too much");
        UnsafeZip.unless(
                inflated <= ZipLimits.ANY_RATIO || inflated / Math.max(1, packed) <= ZipLimits.RATIO,
                "unpacks to too many times its size");
        UnsafeZip.unless(isPlainName(), "a name that leads elsewhere");
    }

    private boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    private boolean isPlainName() {
        return !name.isEmpty()
                && !name.startsWith("/")
                && !("/" + name + "/").contains("/../")
                && name.chars().noneMatch(character -> character < ' ' || character == '\\' || character == ':');
    }

    /** Whether its own header, of 30 bytes, says the same. It need not tell sizes, where they come after the content. */
    void compare(ByteBuffer header, String itsName) throws UnsafeZip {
        int itsFlags = unsigned(header, 6);
        boolean isToldLater = (itsFlags & TOLD_LATER) != 0;
        UnsafeZip.unless(
                itsName.equals(name)
                        && (itsFlags & ENCRYPTED) == 0
                        && unsigned(header, 8) == method
                        && (isToldLater || isSame(header, packed, inflated) || isSame(header, ELSEWHERE, ELSEWHERE)),
                "an entry that says otherwise than the list");
    }

    private static boolean isSame(ByteBuffer header, long packed, long inflated) {
        return Integer.toUnsignedLong(header.getInt(18)) == packed
                && Integer.toUnsignedLong(header.getInt(22)) == inflated;
    }

    private static int unsigned(ByteBuffer header, int at) {
        return Short.toUnsignedInt(header.getShort(at));
    }
}
