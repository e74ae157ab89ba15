package com.hackajob.pinpoint.local.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with {@code {parameters}}, each standing for one segment. Literal segments win over parameters. */
public record PathPattern(String template) implements Comparable<PathPattern> {

    /** The parameters' values, percent-decoded, if the path matches. */
    Optional<Map<String, String>> match(String rawPath) {
        var wanted = segments(template);
        var given = segments(rawPath);
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < wanted.size(); i++) {
            var value = decode(given.get(i));
            if (isParameter(wanted.get(i)) && !value.isEmpty()) {
                parameters.put(wanted.get(i).substring(1, wanted.get(i).length() - 1), value);
            } else if (!wanted.get(i).equals(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /** Percent-decoded; a plus sign in a path is a plus sign. */
    static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(PathPattern other) {
        return Long.compare(parameters(), other.parameters());
    }

    private long parameters() {
        return segments(template).stream().filter(PathPattern::isParameter).count();
    }
}
