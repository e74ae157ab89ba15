package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.LocalCloud;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often something is asked of another service. */
record CallCount(String service, String operation, long calls) {

    /** What a function asked since the cloud forgot its calls. */
    static List<CallCount> of(String function, LocalCloud cloud) {
        var calls = Stream.of(toAws(function, cloud), toPinpoint(cloud), toHackajob(cloud))
                .flatMap(Function.identity())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return calls.entrySet().stream()
                .map(entry ->
                        new CallCount(entry.getKey().service(), entry.getKey().operation(), entry.getValue()))
                .toList();
    }

    private static Stream<Called> toAws(String function, LocalCloud cloud) {
        return cloud.calls().stream()
                .filter(call -> call.function().equals(function))
                .map(call -> new Called(call.service(), call.operation()));
    }

    private static Stream<Called> toPinpoint(LocalCloud cloud) {
        return cloud.pinpoint().requests().stream()
                .map(request -> Called.over("pinpoint", request.method(), request.path()));
    }

    private static Stream<Called> toHackajob(LocalCloud cloud) {
        return cloud.hackajob().requests().stream()
                .map(request -> Called.over("hackajob", request.method(), request.path()));
    }

    private record Called(String service, String operation) {

        static Called over(String service, String method, String path) {
            return path.startsWith("/files/")
                    ? new Called(service + " files", method)
                    : new Called(service, method + " " + withoutIds(path));
        }

        private static String withoutIds(String path) {
            return path.replaceAll("(applications|companies|jobs|candidates)/[^/]+", "$1/…");
        }
    }
}
