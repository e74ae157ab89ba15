package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.connection.SecretLeases;
import com.hackajob.pinpoint.connection.SecretLeasesContract;

class DynamoSecretLeasesTest extends SecretLeasesContract {

    private final SecretLeases leases = new DynamoSecretLeases(LocalTable.empty());

    @Override
    protected SecretLeases leases() {
        return leases;
    }
}
