package com.hackajob.pinpoint.local.pinpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** The relationship paths of {@code include}, as a tree (documented: comma-separated, dots for nesting). */
record Includes(Map<String, Includes> children) {

    static Includes none() {
        return new Includes(new LinkedHashMap<>());
    }

    /** Reads the parameter; a path that a type in {@code types} does not have is refused. */
    static Includes read(String value, Resource resource) {
        Includes root = none();
        for (String path : value.split(",")) {
            root.add(path.split("\\."), 0, Set.of(resource.type()));
        }
        return root;
    }

    private void add(String[] path, int depth, Set<String> types) {
        boolean leadsNowhere = types.isEmpty();
        if (depth == path.length || leadsNowhere) {
            return;
        }
        Relation relation = types.stream()
                .flatMap(type -> Resources.find(type).stream())
                .flatMap(resource -> resource.relation(path[depth]).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.parameter("include"));
        children.computeIfAbsent(path[depth], _ -> none()).add(path, depth + 1, relation.types());
    }

    /** Those that are wanted, each with all that is below it. */
    Includes only(BiPredicate<String, Includes> wanted) {
        Includes kept = none();
        children.forEach((name, below) -> {
            if (wanted.test(name, below)) {
                kept.children.put(name, below);
            }
        });
        return kept;
    }

    Includes below(String name) {
        return children.getOrDefault(name, none());
    }
}
