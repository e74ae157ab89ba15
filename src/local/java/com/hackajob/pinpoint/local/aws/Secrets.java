package com.hackajob.pinpoint.local.aws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** All secrets, found by name or by ARN. A secret whose recovery window has passed is gone. */
final class Secrets {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}");

    private final Map<String, Secret> byName = new LinkedHashMap<>();

    Optional<Secret> named(String name, Instant now) {
        if (!NAME.matcher(name).matches()) {
            throw SecretsRefusal.validation(
                    "Invalid name. Must be a valid name containing alphanumeric characters, or any of "
                            + "the following: -/_+=.@!");
        }
        forgetTheDeleted(now);
        return Optional.ofNullable(byName.get(name));
    }

    Secret create(String name, Instant now) {
        // AWS ends every ARN with six random characters: code that builds an ARN from a name must fail here too.
        var suffix = UUID.randomUUID().toString().substring(0, 6);
        var secret = new Secret(name, arn(name) + "-" + suffix, now);
        byName.put(name, secret);
        return secret;
    }

    /** Without the random characters. */
    static String arn(String name) {
        return AwsAccount.LOCAL.arn("secretsmanager", "secret:" + name);
    }

    void remove(Secret secret) {
        byName.remove(secret.name());
    }

    Optional<Secret> find(String nameOrArn, Instant now) {
        forgetTheDeleted(now);
        return byName.values().stream()
                .filter(secret -> isCalled(secret, nameOrArn))
                .findFirst();
    }

    private static boolean isCalled(Secret secret, String nameOrArn) {
        var arnWithoutSuffix = secret.arn().substring(0, secret.arn().length() - 7);
        return nameOrArn.equals(secret.name()) || nameOrArn.equals(secret.arn()) || nameOrArn.equals(arnWithoutSuffix);
    }

    private void forgetTheDeleted(Instant now) {
        byName.values()
                .removeIf(secret ->
                        secret.deletion().filter(at -> !at.isAfter(now)).isPresent());
    }
}
