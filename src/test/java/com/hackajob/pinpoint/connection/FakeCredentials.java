package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link Credentials} of one company in memory, versions numbered from 1. */
public final class FakeCredentials implements Credentials {

    private final List<Secret> versions = new ArrayList<>();
    private final Map<PutToken, SecretVersion> byToken = new HashMap<>();
    private final Set<CompanyId> deleted = new HashSet<>();

    @Override
    public synchronized SecretVersion put(CompanyId company, Secret secret, PutToken token) {
        deleted.remove(company);
        return byToken.computeIfAbsent(token, _ -> {
            versions.add(secret);
            return new SecretVersion("version-" + versions.size());
        });
    }

    @Override
    public synchronized Secret read(Connection connection) {
        String id = connection.secret().id();
        return versions.get(Integer.parseInt(id.substring("version-".length())) - 1);
    }

    @Override
    public synchronized Optional<Newest> newest(CompanyId company) {
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Newest(new SecretVersion("version-" + versions.size()), versions.getLast()));
    }

    @Override
    public synchronized void delete(CompanyId company) {
        deleted.add(company);
    }

    /** Keeps a credential as the next version, without more ado. */
    public synchronized FakeCredentials keep(Credential credential) {
        versions.add(new Secret(credential, WebhookSecrets.NONE));
        return this;
    }

    public synchronized List<Credential> versions() {
        return versions.stream().map(Secret::credential).toList();
    }

    public synchronized boolean isDeleted(CompanyId company) {
        return deleted.contains(company);
    }
}
