package com.hackajob.pinpoint.local.pinpoint;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The employers, by subdomain, each with its part of the server. */
final class Tenants {

    /** A tenant and the web site that serves it. */
    record Hosted(Tenant tenant, Site site) {}

    private final Map<String, Hosted> hosted = new ConcurrentHashMap<>();
    private final Clock clock;
    private final FileLinks fileLinks;
    private volatile Optional<OAuth> oauth = Optional.empty();

    Tenants(Clock clock, FileLinks fileLinks) {
        this.clock = clock;
        this.fileLinks = fileLinks;
    }

    Tenant create(String subdomain) {
        if (!subdomain.matches("[a-z0-9][a-z0-9-]{0,62}") || hosted.containsKey(subdomain)) {
            throw new IllegalArgumentException("not a new subdomain: " + subdomain);
        }
        Account account = Account.create(subdomain, clock, fileLinks, () -> oauth);
        hosted.put(subdomain, new Hosted(new Tenant(account), new Site(account, fileLinks::base)));
        return tenant(subdomain);
    }

    Optional<Hosted> find(String subdomain) {
        return Optional.ofNullable(hosted.get(subdomain));
    }

    void oauth(OAuth server) {
        oauth = Optional.of(server);
    }

    void close() {
        hosted.values().forEach(found -> found.tenant().webhooks().close());
    }

    FileLinks fileLinks() {
        return fileLinks;
    }

    private Tenant tenant(String subdomain) {
        return hosted.get(subdomain).tenant();
    }
}
