package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The answers of Secrets Manager on the wire. Times are seconds since 1970. */
final class SecretReplies {

    private SecretReplies() {}

    static ObjectNode named(Secret secret) {
        return Json.object().put("ARN", secret.arn()).put("Name", secret.name());
    }

    static JsonNode written(Secret secret, Optional<SecretVersion> version) {
        var reply = named(secret);
        version.ifPresent(written -> reply.put("VersionId", written.id()));
        return reply;
    }

    static JsonNode labelled(Secret secret, SecretVersion version) {
        return labels(named(secret).put("VersionId", version.id()), secret, version);
    }

    static JsonNode value(Secret secret, SecretVersion version) {
        var reply = named(secret).put("VersionId", version.id()).put("CreatedDate", seconds(version.created()));
        version.value().writeTo(reply);
        return labels(reply, secret, version);
    }

    static JsonNode deleted(Secret secret, Instant at) {
        return named(secret).put("DeletionDate", seconds(at));
    }

    static JsonNode description(Secret secret) {
        var reply = named(secret)
                .put("CreatedDate", seconds(secret.created()))
                .put("LastChangedDate", seconds(secret.changed()));
        secret.deletion().ifPresent(at -> reply.put("DeletedDate", seconds(at)));
        var stages = reply.putObject("VersionIdsToStages");
        secret.versions().stream()
                .filter(version -> !secret.labelsOf(version).isEmpty())
                .forEach(version -> stages.set(version.id(), Json.of(secret.labelsOf(version))));
        return reply;
    }

    static JsonNode versions(Secret secret, boolean includeDeprecated) {
        var reply = named(secret);
        var versions = reply.putArray("Versions");
        secret.versions().stream()
                .filter(version ->
                        includeDeprecated || !secret.labelsOf(version).isEmpty())
                .forEach(version -> versions.add(entry(secret, version)));
        return reply;
    }

    private static JsonNode entry(Secret secret, SecretVersion version) {
        var entry = Json.object().put("VersionId", version.id()).put("CreatedDate", seconds(version.created()));
        return labels(entry, secret, version);
    }

    private static ObjectNode labels(ObjectNode reply, Secret secret, SecretVersion version) {
        reply.set("VersionStages", Json.of(secret.labelsOf(version)));
        return reply;
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
