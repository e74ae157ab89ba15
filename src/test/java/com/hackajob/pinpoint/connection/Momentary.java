package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The ports of renewing, each call between two {@link Moments}. */
final class Momentary {

    private Momentary() {}

    record MomentaryLeases(SecretLeases leases, Moments moments) implements SecretLeases {

        @Override
        public Optional<SecretLease> acquire(CompanyId company, Instant now, Duration length) {
            return moments.around("acquire", () -> leases.acquire(company, now, length));
        }

        @Override
        public void abandon(SecretLease lease) {
            moments.around("abandon", () -> {
                leases.abandon(lease);
                return lease;
            });
        }

        @Override
        public void release(SecretLease lease) {
            moments.around("release", () -> {
                leases.release(lease);
                return lease;
            });
        }
    }

    record MomentaryServer(OAuthServer server, Moments moments) implements OAuthServer {

        @Override
        public Refresh refresh(Subdomain subdomain, String refreshToken) {
            return moments.around("refresh", () -> server.refresh(subdomain, refreshToken));
        }

        @Override
        public Optional<String> origin() {
            return server.origin();
        }

        @Override
        public Optional<Addresses> of(Subdomain subdomain) {
            return server.of(subdomain);
        }

        @Override
        public URI authorizationRequest(Addresses addresses, SecretToken state, String challenge) {
            return server.authorizationRequest(addresses, state, challenge);
        }

        @Override
        public Optional<OAuthTokens> redeem(
                Authorization authorization, AuthorizationCode code, PkceVerifier verifier) {
            return server.redeem(authorization, code, verifier);
        }
    }

    record MomentaryCredentials(Credentials credentials, Moments moments) implements Credentials {

        @Override
        public SecretVersion put(CompanyId company, Secret secret, PutToken token) {
            return moments.around("put", () -> credentials.put(company, secret, token));
        }

        @Override
        public Secret read(Connection connection) {
            return credentials.read(connection);
        }

        @Override
        public Optional<Newest> newest(CompanyId company) {
            return moments.around("newest", () -> credentials.newest(company));
        }

        @Override
        public void delete(CompanyId company) {
            credentials.delete(company);
        }
    }

    record MomentaryConnections(Connections connections, Moments moments) implements Connections {

        @Override
        public Optional<Connection> find(CompanyId company) {
            return moments.around("find", () -> connections.find(company));
        }

        @Override
        public Saved save(Change change) {
            return moments.around("save", () -> connections.save(change));
        }

        @Override
        public Set<CompanyId> due(Instant now) {
            return connections.due(now);
        }
    }
}
