package com.hackajob.pinpoint.secrets;

import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.WarmUp;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Builds the client; which secret will be read, only an invocation tells. */
@Singleton
final class SecretsWarmUp implements WarmUp {

    private final SecretsManagerClient client;

    SecretsWarmUp(SecretsManagerClient client) {
        this.client = client;
    }

    @Override
    public Remote remote() {
        return Remote.SECRETS;
    }

    @Override
    public void run() {
        client.serviceClientConfiguration();
    }
}
