package com.hackajob.pinpoint.attack;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Credentials;
import com.hackajob.pinpoint.connection.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Credentials} of many companies in memory. */
final class Vault implements Credentials {

    private final Map<CompanyId, List<Secret>> secrets = new HashMap<>();

    @Override
    public SecretVersion put(CompanyId company, Secret secret, PutToken token) {
        List<Secret> versions = secrets.computeIfAbsent(company, _ -> new ArrayList<>());
        versions.add(secret);
        return new SecretVersion(String.valueOf(versions.size()));
    }

    @Override
    public Secret read(Connection connection) {
        return secrets.get(connection.company())
                .get(Integer.parseInt(connection.secret().id()) - 1);
    }

    @Override
    public Optional<Newest> newest(CompanyId company) {
        List<Secret> versions = secrets.getOrDefault(company, List.of());
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Newest(new SecretVersion(String.valueOf(versions.size())), versions.getLast()));
    }

    @Override
    public void delete(CompanyId company) {
        secrets.remove(company);
    }

    Map<CompanyId, List<Secret>> all() {
        Map<CompanyId, List<Secret>> copy = new HashMap<>();
        secrets.forEach((company, versions) -> copy.put(company, List.copyOf(versions)));
        return copy;
    }
}
