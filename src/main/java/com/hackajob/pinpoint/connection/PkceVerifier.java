package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.SecretToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The secret that proves that whoever redeems a code is who asked for it (RFC 7636). Derived from the browser's cookie,
 * so that it is stored nowhere.
 */
public record PkceVerifier(String value) {

    public static PkceVerifier of(SecretToken browser) {
        return new PkceVerifier(sha256("pkce:" + browser.value()));
    }

    /** The S256 challenge. */
    public String challenge() {
        return sha256(value);
    }

    @Override
    public String toString() {
        return "[hidden]";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
