package com.hackajob.pinpoint.secrets;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.Credentials;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * {@link Credentials} in Secrets Manager, one secret a company. A version never changes, so a process keeps the one it
 * read for as long as the connection names it: a new key is seen at once, an old one is never used again.
 */
@Singleton
final class SecretsManagerCredentials implements Credentials {

    private final SecretsManagerClient client;
    private final CredentialJson json;
    private final Map<CompanyId, Cached> cache = new ConcurrentHashMap<>();

    SecretsManagerCredentials(SecretsManagerClient client, CredentialJson json) {
        this.client = client;
        this.json = json;
    }

    @Override
    public SecretVersion put(CompanyId company, Credential credential) {
        String name = name(company);
        String value = json.write(credential);
        try {
            return add(name, value);
        } catch (ResourceNotFoundException first) {
            return new SecretVersion(
                    client.createSecret(create -> create.name(name).secretString(value))
                            .versionId());
        } catch (InvalidRequestException scheduledForDeletion) {
            client.restoreSecret(restore -> restore.secretId(name));
            return add(name, value);
        }
    }

    // The SDK sends the same ClientRequestToken when it repeats a call, so a lost answer adds no second version.
    private SecretVersion add(String name, String value) {
        return new SecretVersion(client.putSecretValue(put -> put.secretId(name).secretString(value))
                .versionId());
    }

    @Override
    public Credential read(Connection connection) {
        Cached cached = cache.compute(
                connection.company(),
                (_, known) -> known != null && known.version.equals(connection.secret()) ? known : fetch(connection));
        return cached.credential;
    }

    private Cached fetch(Connection connection) {
        var secret = client.getSecretValue(get -> get.secretId(name(connection.company()))
                .versionId(connection.secret().id()));
        return new Cached(connection.secret(), json.read(secret.secretString()));
    }

    private static String name(CompanyId company) {
        return "pinpoint/" + company.value();
    }

    private record Cached(SecretVersion version, Credential credential) {}
}
