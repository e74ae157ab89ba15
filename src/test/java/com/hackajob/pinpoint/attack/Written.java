package com.hackajob.pinpoint.attack;

import com.hackajob.pinpoint.audit.AuditEntry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All that is written and sent, to be compared before and after. */
record Written(Map<Place, Object> content, Set<String> authorizations) {

    enum Place {
        CONNECTIONS,
        SECRETS,
        LINKS,
        RESULTS,
        /** All but that an attempt failed. */
        AUDIT,
        UPDATES,
        /** What a worker is to look at. */
        HINTS,
        /** More of them than there were: an attempt uses one up. */
        AUTHORIZATIONS,
        /** Codes that were sent to a token endpoint. */
        TOKEN_REQUESTS
    }

    static Written in(World world) {
        Map<Place, Object> content = new LinkedHashMap<>();
        content.put(Place.CONNECTIONS, world.connections.all());
        content.put(Place.SECRETS, world.vault.all());
        content.put(Place.LINKS, world.sessions.all());
        content.put(Place.RESULTS, world.results.all());
        content.put(
                Place.AUDIT,
                world.audit.entries().stream()
                        .filter(entry -> entry.action() != AuditEntry.Action.CONNECT_FAILED)
                        .toList());
        content.put(Place.UPDATES, world.outbox.pending(Instant.MAX));
        content.put(Place.HINTS, List.copyOf(world.hints));
        content.put(Place.TOKEN_REQUESTS, world.servers.presentedAt());
        return new Written(content, new TreeSet<>(world.authorizations.all().keySet()));
    }

    Set<Place> differences(Written before) {
        Set<Place> places = EnumSet.noneOf(Place.class);
        content.forEach((place, now) -> {
            if (!now.equals(before.content.get(place))) {
                places.add(place);
            }
        });
        if (!before.authorizations.containsAll(authorizations)) {
            places.add(Place.AUTHORIZATIONS);
        }
        return places;
    }
}
