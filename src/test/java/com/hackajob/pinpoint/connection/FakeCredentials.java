package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.util.ArrayList;
import java.util.List;

/** {@link Credentials} in memory, versions numbered from 1. */
public final class FakeCredentials implements Credentials {

    private final List<Credential> versions = new ArrayList<>();

    @Override
    public SecretVersion put(CompanyId company, Credential credential) {
        versions.add(credential);
        return new SecretVersion("version-" + versions.size());
    }

    @Override
    public Credential read(Connection connection) {
        String id = connection.secret().id();
        return versions.get(Integer.parseInt(id.substring("version-".length())) - 1);
    }

    public List<Credential> versions() {
        return List.copyOf(versions);
    }
}
