package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operations of Secrets Manager that the fake knows, by the rules AWS documents. One at a time. */
final class SecretsOperations {

    private static final String MARKED_FOR_DELETION =
            "You can't perform this operation on the secret because it was marked for deletion.";

    private final Secrets secrets = new Secrets();
    private final Clock clock;

    SecretsOperations(Clock clock) {
        this.clock = clock;
    }

    synchronized JsonNode answer(String operation, JsonNode request) {
        return switch (operation) {
            case "CreateSecret" -> create(request);
            case "GetSecretValue" -> getValue(request);
            case "PutSecretValue" -> putValue(request);
            case "UpdateSecretVersionStage" -> updateStage(request);
            case "DescribeSecret" -> SecretReplies.description(any(request));
            case "ListSecretVersionIds" ->
                SecretReplies.versions(
                        any(request), request.path("IncludeDeprecated").asBoolean());
            case "DeleteSecret" -> delete(request);
            case "RestoreSecret" -> restore(request);
            default -> throw SecretsRefusal.unknownOperation(operation);
        };
    }

    synchronized String arn(String nameOrArn) {
        return secrets.find(nameOrArn, now()).map(Secret::arn).orElseGet(() -> Secrets.arn(nameOrArn));
    }

    private JsonNode create(JsonNode request) {
        var name = required("Name", request);
        var value = SecretValue.in(request);
        var known = secrets.named(name, now());
        known.ifPresent(secret -> refuseAnother(secret, request, value));
        var secret = known.orElseGet(() -> secrets.create(name, now()));
        var version = value.map(content -> version(request, content));
        version.ifPresent(first -> secret.put(first, List.of(Secret.CURRENT)));
        return SecretReplies.written(secret, version);
    }

    /** Only a repetition of the very same request may find the name taken. */
    private static void refuseAnother(Secret secret, JsonNode request, Optional<SecretValue> value) {
        if (secret.deletion().isPresent()) {
            throw SecretsRefusal.invalidRequest(
                    "You can't create this secret because a secret with this name is already "
                            + "scheduled for deletion.");
        }
        var token = text("ClientRequestToken", request);
        var repeated = secret.versions().stream()
                .anyMatch(version ->
                        token.equals(Optional.of(version.id())) && value.equals(Optional.of(version.value())));
        if (!repeated) {
            throw SecretsRefusal.exists(
                    "The operation failed because the secret " + secret.name() + " already exists.");
        }
    }

    private JsonNode getValue(JsonNode request) {
        var secret = usable(request);
        var label = text("VersionStage", request);
        var version = text("VersionId", request)
                .map(secret::version)
                .orElseGet(() -> secret.labelled(label.orElse(Secret.CURRENT)));
        if (label.isPresent() && !secret.labelsOf(version).contains(label.get())) {
            throw SecretsRefusal.invalidRequest(
                    "You provided a VersionStage that is not associated to the provided VersionId.");
        }
        return SecretReplies.value(secret, version);
    }

    private JsonNode putValue(JsonNode request) {
        var secret = usable(request);
        var value = SecretValue.in(request)
                .orElseThrow(
                        () -> SecretsRefusal.invalidRequest("You must provide either SecretString or SecretBinary."));
        var version = version(request, value);
        var labels = request.has("VersionStages")
                ? Json.list(request.path("VersionStages"), JsonNode::asText)
                : List.of(Secret.CURRENT);
        secret.put(version, labels);
        return SecretReplies.labelled(secret, secret.version(version.id()));
    }

    private JsonNode updateStage(JsonNode request) {
        var secret = usable(request);
        secret.move(
                required("VersionStage", request),
                text("RemoveFromVersionId", request),
                text("MoveToVersionId", request),
                now());
        return SecretReplies.named(secret);
    }

    private JsonNode delete(JsonNode request) {
        var window = DeletionWindow.in(request);
        if (window.isForced()) {
            return deleteNow(request);
        }
        var secret = usable(request);
        var at = now().plus(window.length());
        secret.deleteAt(at);
        return SecretReplies.deleted(secret, at);
    }

    /** Forced deletion succeeds even where there is nothing. */
    private JsonNode deleteNow(JsonNode request) {
        var id = required("SecretId", request);
        var found = secrets.find(id, now());
        found.ifPresent(secrets::remove);
        return SecretReplies.deleted(found.orElseGet(() -> new Secret(id, id, now())), now());
    }

    private JsonNode restore(JsonNode request) {
        var secret = any(request);
        secret.restore();
        return SecretReplies.named(secret);
    }

    private Secret usable(JsonNode request) {
        var secret = any(request);
        if (secret.deletion().isPresent()) {
            throw SecretsRefusal.invalidRequest(MARKED_FOR_DELETION);
        }
        return secret;
    }

    private Secret any(JsonNode request) {
        return secrets.find(required("SecretId", request), now()).orElseThrow(() -> SecretsRefusal.notFound("secret."));
    }

    private SecretVersion version(JsonNode request, SecretValue value) {
        var id = text("ClientRequestToken", request)
                .orElseGet(() -> UUID.randomUUID().toString());
        if (id.length() < 32 || id.length() > 64) {
            throw SecretsRefusal.invalidParameter("ClientRequestToken must be 32 to 64 characters long.");
        }
        return new SecretVersion(id, value, now());
    }

    private Instant now() {
        return clock.instant();
    }

    private static String required(String field, JsonNode request) {
        return text(field, request)
                .orElseThrow(() -> SecretsRefusal.validation("1 validation error detected: Value null at '" + field
                        + "' failed to satisfy constraint: Member must not be null"));
    }

    private static Optional<String> text(String field, JsonNode request) {
        return Optional.of(request.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** How long a deleted secret can be restored: 7 to 30 days, or not at all. */
    private record DeletionWindow(boolean isForced, Duration length) {

        static DeletionWindow in(JsonNode request) {
            var forced = request.path("ForceDeleteWithoutRecovery").asBoolean();
            var given = request.hasNonNull("RecoveryWindowInDays");
            var days = request.path("RecoveryWindowInDays").asInt(30);
            if (forced && given) {
                throw SecretsRefusal.invalidParameter(
                        "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
            }
            if (days < 7 || days > 30) {
                throw SecretsRefusal.invalidParameter(
                        "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
            }
            return new DeletionWindow(forced, Duration.ofDays(days));
        }
    }
}
