package com.hackajob.pinpoint.connection;

class InMemorySecretLeasesTest extends SecretLeasesContract {

    private final InMemorySecretLeases leases = new InMemorySecretLeases();

    @Override
    protected SecretLeases leases() {
        return leases;
    }
}
