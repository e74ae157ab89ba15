package com.hackajob.pinpoint.document;

import java.security.SecureRandom;

/** OpenPDF draws six random letters for the name of an embedded subset. Each is an H here, so that the same profile gives the same bytes. */
final class SubsetTag extends SecureRandom {

    private static final long serialVersionUID = 1;
    private static final double LETTER = ('H' - 'A' + 0.5) / 26;

    @Override
    public double nextDouble() {
        return LETTER;
    }
}
