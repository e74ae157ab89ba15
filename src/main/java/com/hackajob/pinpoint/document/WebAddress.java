package com.hackajob.pinpoint.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Tells which addresses a click may lead to: http and https with a host, and nothing else. */
final class WebAddress {

    private static final int LONGEST = 2000;

    private WebAddress() {}

    /** The address in ASCII. */
    static Optional<String> of(String text) {
        String address = text.strip();
        return isWeb(address) && address.length() <= LONGEST ? ascii(address) : Optional.empty();
    }

    private static boolean isWeb(String address) {
        String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    private static Optional<String> ascii(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri.toASCIIString());
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
