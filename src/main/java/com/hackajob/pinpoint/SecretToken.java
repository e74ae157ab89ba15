package com.hackajob.pinpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Something random that proves its bearer: a session link, an OAuth state, a browser's cookie. Stored only as its hash. */
public record SecretToken(String value) {

    private static final int BYTES = 32;

    /** A fresh one; the generator must be cryptographically strong. */
    public static SecretToken random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The SHA-256 under which it is stored, in lower-case hexadecimal. */
    public String hash() {
        return new Bytes(value.getBytes(StandardCharsets.UTF_8)).sha256();
    }

    /** Whether this is the token of that hash, in constant time. */
    public boolean hasHash(String expected) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
