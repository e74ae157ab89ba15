package com.hackajob.pinpoint.document;

/** A zip that is damaged, lies about itself, or unpacks to more than {@link ZipLimits} allow. */
final class UnsafeZip extends Exception {
    private static final long serialVersionUID = 1;

    /** @param reason for us; holds nothing of the file's content */
    UnsafeZip(String reason) {
        super(reason);
    }

    static void unless(boolean fine, String reason) throws UnsafeZip {
        if (!fine) {
            throw new UnsafeZip(reason);
        }
    }
}
