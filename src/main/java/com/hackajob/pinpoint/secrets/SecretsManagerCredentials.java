package com.hackajob.pinpoint.secrets;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Credentials;
import com.hackajob.pinpoint.connection.Secret;
import com.hackajob.pinpoint.http.AwsAnswer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * {@link Credentials} in Secrets Manager, one secret a company. A version never changes, so a process keeps the one it
 * read for as long as the connection names it: a new key is seen at once, an old one is never used again.
 */
@Singleton
final class SecretsManagerCredentials implements Credentials {

    private static final long RECOVERY_DAYS = 7;

    private final SecretsManagerClient client;
    private final SecretJson json;
    private final Map<CompanyId, Cached> cache = new ConcurrentHashMap<>();

    SecretsManagerCredentials(SecretsManagerClient client, SecretJson json) {
        this.client = client;
        this.json = json;
    }

    @Override
    public SecretVersion put(CompanyId company, Secret secret, PutToken token) {
        SecretVersion version = put(name(company), json.write(secret), token);
        cache.put(company, new Cached(version, secret));
        return version;
    }

    private SecretVersion put(String name, String value, PutToken token) {
        try {
            return add(name, value, token);
        } catch (ResourceNotFoundException first) {
            return create(name, value, token);
        } catch (InvalidRequestException scheduledForDeletion) {
            client.restoreSecret(restore -> restore.secretId(name));
            return add(name, value, token);
        }
    }

    private SecretVersion add(String name, String value, PutToken token) {
        return new SecretVersion(client.putSecretValue(
                        put -> put.secretId(name).secretString(value).clientRequestToken(token.value()))
                .versionId());
    }

    // Two first connections at once: the second finds that the secret is there by now.
    private SecretVersion create(String name, String value, PutToken token) {
        try {
            return new SecretVersion(client.createSecret(
                            create -> create.name(name).secretString(value).clientRequestToken(token.value()))
                    .versionId());
        } catch (ResourceExistsException meanwhile) {
            return add(name, value, token);
        }
    }

    @Override
    public Secret read(Connection connection) {
        Cached cached = cache.compute(
                connection.company(),
                (_, known) -> known != null && known.version.equals(connection.secret()) ? known : fetch(connection));
        return cached.secret;
    }

    private Cached fetch(Connection connection) {
        var secret = AwsAnswer.of(
                "Secrets Manager",
                () -> client.getSecretValue(get -> get.secretId(name(connection.company()))
                        .versionId(connection.secret().id())));
        return new Cached(connection.secret(), json.read(secret.secretString()));
    }

    @Override
    public Optional<Newest> newest(CompanyId company) {
        try {
            var secret = client.getSecretValue(get -> get.secretId(name(company)));
            return Optional.of(new Newest(new SecretVersion(secret.versionId()), json.read(secret.secretString())));
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(CompanyId company) {
        try {
            client.deleteSecret(delete -> delete.secretId(name(company)).recoveryWindowInDays(RECOVERY_DAYS));
        } catch (ResourceNotFoundException | InvalidRequestException goneOrGoing) {
            // that is what was wanted
        }
        cache.remove(company);
    }

    private static String name(CompanyId company) {
        return "pinpoint/" + company.value();
    }

    private record Cached(SecretVersion version, Secret secret) {}
}
