package com.hackajob.pinpoint.local.pinpoint;

import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable text for keys, addresses, codes and tokens. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
