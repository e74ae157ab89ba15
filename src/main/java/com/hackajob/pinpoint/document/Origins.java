package com.hackajob.pinpoint.document;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where files may be fetched from: an allow-list of origins such as {@code https://files.hackajob.com}; a host that starts
 * with {@code *.} stands for all its sub-domains.
 */
record Origins(List<Origin> allowed) {

    static Origins parse(Optional<String> list) {
        return new Origins(list.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Origin::parse)
                .toList());
    }

    /** The origin that allows this address, if one does. */
    Optional<Origin> allowing(URI address) {
        if (address.getRawUserInfo() != null || address.getHost() == null) {
            return Optional.empty();
        }
        return allowed.stream().filter(origin -> origin.allows(address)).findFirst();
    }

    record Origin(String scheme, String host, int port) {

        private static Origin parse(String text) {
            // URI knows no "*" in a host
            URI uri = URI.create(text.replace("//*.", "//wildcard."));
            return new Origin(uri.getScheme(), host(uri), portOf(uri));
        }

        private static String host(URI uri) {
            return uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^wildcard\\.", "*.");
        }

        private boolean allows(URI address) {
            return scheme.equalsIgnoreCase(address.getScheme())
                    && port == portOf(address)
                    && matches(address.getHost().toLowerCase(Locale.ROOT));
        }

        private boolean matches(String candidate) {
            return host.startsWith("*.") ? candidate.endsWith(host.substring(1)) : candidate.equals(host);
        }

        /** Whether an operator named an address rather than a name: then it is meant, private or not. */
        boolean isLiteralAddress() {
            return host.matches("[0-9.]+") || host.startsWith("[");
        }

        static int portOf(URI uri) {
            if (uri.getPort() != -1) {
                return uri.getPort();
            }
            return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        }
    }
}
