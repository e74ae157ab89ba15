package com.hackajob.pinpoint.secrets;

import com.hackajob.pinpoint.ServiceSecrets;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** {@link ServiceSecrets} in Secrets Manager. */
@Singleton
final class SecretsManagerServiceSecrets implements ServiceSecrets {

    private final SecretsManagerClient client;
    private final Map<String, String> cache = new ConcurrentHashMap<>();

    SecretsManagerServiceSecrets(SecretsManagerClient client) {
        this.client = client;
    }

    @Override
    public String read(String name) {
        return cache.computeIfAbsent(
                name, _ -> client.getSecretValue(get -> get.secretId(name)).secretString());
    }

    @Override
    public void forget(String name) {
        cache.remove(name);
    }
}
