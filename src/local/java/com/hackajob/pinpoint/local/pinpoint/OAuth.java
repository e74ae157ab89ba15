package com.hackajob.pinpoint.local.pinpoint;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * An authorization server for the day Pinpoint grants hackajob a client. Pinpoint documents no OAuth at all: everything
 * about this, its addresses included, is invented. It follows RFC 6749 with PKCE (S256 only) and RFC 9207.
 */
public final class OAuth {

    /** What happens when somebody comes to be asked for consent. */
    public enum Consent {
        APPROVE,
        DENY,
        ASK
    }

    private final String clientId;
    private final String clientSecret;
    private final Set<URI> redirectUris;
    private final Grants grants;
    private volatile Consent consent = Consent.APPROVE;
    private volatile Set<Permission> permissions = Permission.all();

    OAuth(String clientId, String clientSecret, Set<URI> redirectUris, Clock clock) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.redirectUris = Set.copyOf(redirectUris);
        this.grants = new Grants(clock);
    }

    public OAuth consent(Consent policy) {
        consent = policy;
        return this;
    }

    /** How long access tokens made from now on can be used; an hour unless told. */
    public OAuth accessTokenLifetime(Duration lifetime) {
        grants.accessTokenLifetime(lifetime);
        return this;
    }

    /** What every access token may do. */
    public OAuth permissions(Set<Permission> allowed) {
        permissions = Set.copyOf(allowed);
        return this;
    }

    /** Takes back all that a tenant has granted. */
    public void revoke(String subdomain) {
        grants.revoke(subdomain);
    }

    boolean isClient(String id) {
        return clientId.equals(id);
    }

    boolean isClient(String id, String secret) {
        return clientId.equals(id) && clientSecret.equals(secret);
    }

    boolean allowsRedirectTo(String uri) {
        return redirectUris.stream().anyMatch(allowed -> allowed.toString().equals(uri));
    }

    Consent consent() {
        return consent;
    }

    Set<Permission> permissions() {
        return permissions;
    }

    Grants grants() {
        return grants;
    }
}
