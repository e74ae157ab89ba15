package com.hackajob.pinpoint.local.aws;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The route that answers a request, with the values of its path's parameters. */
record RouteMatch(Route route, Map<String, String> pathParameters) {

    /** The route with the fewest parameters wins, and a named method over ANY. */
    static Optional<RouteMatch> among(List<Route> routes, ApiRequest request) {
        return routes.stream()
                .filter(route -> route.takes(request.method()))
                .flatMap(route -> match(route, request))
                .min(Comparator.comparing((RouteMatch match) -> match.route().path())
                        .thenComparing(match -> match.route().method().equals("ANY")));
    }

    private static Stream<RouteMatch> match(Route route, ApiRequest request) {
        return route.path().match(request.rawPath()).map(values -> new RouteMatch(route, values)).stream();
    }
}
