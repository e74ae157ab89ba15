package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.SideEffects;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The ports as a process sees them that can die around each {@link SideEffects side effect}. */
final class Mortal {

    private Mortal() {}

    record MortalConnections(Connections connections, SideEffects effects) implements Connections {

        @Override
        public Optional<Connection> find(CompanyId company) {
            return connections.find(company);
        }

        @Override
        public Saved save(Change change) {
            return effects.around("save", () -> connections.save(change));
        }

        @Override
        public Set<CompanyId> due(Instant now) {
            return connections.due(now);
        }
    }

    record MortalCredentials(Credentials credentials, SideEffects effects) implements Credentials {

        @Override
        public SecretVersion put(CompanyId company, Secret secret, PutToken token) {
            return effects.around("put", () -> credentials.put(company, secret, token));
        }

        @Override
        public Secret read(Connection connection) {
            return credentials.read(connection);
        }

        @Override
        public Optional<Newest> newest(CompanyId company) {
            return credentials.newest(company);
        }

        @Override
        public void delete(CompanyId company) {
            effects.around("delete", () -> {
                credentials.delete(company);
                return company;
            });
        }
    }

    record MortalSessions(ConnectSessions sessions, SideEffects effects) implements ConnectSessions {

        @Override
        public void save(ConnectSession session) {
            sessions.save(session);
        }

        @Override
        public Optional<ConnectSession> find(String tokenHash, Instant now) {
            return sessions.find(tokenHash, now);
        }

        @Override
        public Optional<ConnectSession> attempt(String tokenHash, Instant now) {
            return effects.around("attempt", () -> sessions.attempt(tokenHash, now));
        }

        @Override
        public boolean consume(ConnectSession session) {
            return effects.around("consume", () -> sessions.consume(session));
        }

        @Override
        public boolean revoke(CompanyId company, String tokenHash) {
            return sessions.revoke(company, tokenHash);
        }
    }

    record MortalLeases(SecretLeases leases, SideEffects effects) implements SecretLeases {

        @Override
        public Optional<SecretLease> acquire(CompanyId company, Instant now, Duration length) {
            return effects.around("acquire", () -> leases.acquire(company, now, length));
        }

        @Override
        public void abandon(SecretLease lease) {
            leases.abandon(lease);
        }

        @Override
        public void release(SecretLease lease) {
            leases.release(lease);
        }
    }

    record MortalAccounts(PinpointAccounts accounts, SideEffects effects) implements PinpointAccounts {

        @Override
        public Probe probe(Credential credential) {
            return effects.around("probe", () -> accounts.probe(credential));
        }
    }

    record MortalResults(ConnectResults results, SideEffects effects) implements ConnectResults {

        @Override
        public void save(ConnectResult result) {
            effects.around("save result", () -> {
                results.save(result);
                return result;
            });
        }

        @Override
        public boolean take(String codeHash, Caller caller, Instant now) {
            return results.take(codeHash, caller, now);
        }
    }
}
