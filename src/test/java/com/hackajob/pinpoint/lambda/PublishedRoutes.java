package com.hackajob.pinpoint.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routes of {@code openapi.yaml}, found as API Gateway finds them. */
final class PublishedRoutes {

    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern METHOD = Pattern.compile("    (get|put|post|delete|head|options|patch):");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final List<PublishedRoutes> ALL = read();

    private final String method;
    private final String path;
    private final Pattern pattern;

    private PublishedRoutes(String method, String path) {
        this.method = method;
        this.path = path;
        this.pattern = Pattern.compile(PARAMETER.matcher(path).replaceAll("(?<$1>[^/]+)"));
    }

    private static List<PublishedRoutes> read() {
        List<PublishedRoutes> routes = new ArrayList<>();
        String path = "";
        for (String line : text().split("\n")) {
            Matcher opensPath = PATH.matcher(line);
            Matcher opensMethod = METHOD.matcher(line);
            if (opensPath.matches()) {
                path = opensPath.group(1);
            } else if (opensMethod.matches()) {
                routes.add(new PublishedRoutes(opensMethod.group(1).toUpperCase(), path));
            }
        }
        return routes;
    }

    private static String text() {
        try (InputStream content = PublishedRoutes.class.getResourceAsStream("/openapi.yaml")) {
            return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Optional<Match> match(String method, String rawPath) {
        return ALL.stream()
                .filter(route -> route.method.equals(method))
                .flatMap(route -> route.match(rawPath).stream())
                .findFirst();
    }

    private Optional<Match> match(String rawPath) {
        Matcher matcher = pattern.matcher(rawPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        pattern.namedGroups().keySet().forEach(name -> parameters.put(name, decoded(matcher.group(name))));
        return Optional.of(new Match(method + " " + path, parameters));
    }

    /** Of a parameter given twice, API Gateway joins the values with a comma. */
    static Map<String, String> query(String target) {
        Map<String, String> query = new HashMap<>();
        String raw = target.contains("?") ? target.split("\\?", 2)[1] : "";
        for (String pair : raw.isEmpty() ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.merge(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]), (a, b) -> a + "," + b);
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    record Match(String routeKey, Map<String, String> parameters) {}
}
