package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page may load and do: its own style sheet and script, both named by their hashes, and nothing of anybody else. */
record ContentPolicy(String style, String script) {

    private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern ORIGIN = Pattern.compile(
            "https?://(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    /** The header's value. Browsers hold redirects after a form to it as well, so their targets are named. */
    String allowing(Set<String> formTargets) {
        return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                + "; connect-src 'self'; img-src data:; form-action 'self'" + origins(formTargets)
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String origins(Set<String> formTargets) {
        return new TreeSet<>(formTargets)
                .stream().map(target -> " " + origin(target)).collect(Collectors.joining());
    }

    private static String origin(String target) {
        if (!ORIGIN.matcher(target).matches()) {
            throw new IllegalArgumentException("not an origin: " + target);
        }
        return target;
    }

    private static String hash(String inlined) {
        String hash = new Bytes(inlined.getBytes(StandardCharsets.UTF_8)).sha256();
        return "'sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash)) + "'";
    }
}
