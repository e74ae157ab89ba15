package com.hackajob.pinpoint.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.Credential.ApiKey;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.Secret;
import com.hackajob.pinpoint.connection.Subdomain;
import com.hackajob.pinpoint.connection.WebhookSecrets;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** A company's secret as the text that Secrets Manager keeps. */
@Singleton
final class SecretJson {

    private final ObjectMapper mapper;

    SecretJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Secret secret) {
        ObjectNode node = credential(secret.credential());
        WebhookSecrets webhooks = secret.webhooks();
        webhooks.current().ifPresent(current -> node.put("webhookSecret", current));
        webhooks.previous().ifPresent(previous -> node.put("previousWebhookSecret", previous)
                .put("previousUntil", webhooks.previousUntil().toString()));
        secret.replaces().ifPresent(version -> node.put("replaces", version.id()));
        return node.toString();
    }

    private ObjectNode credential(Credential credential) {
        ObjectNode node = mapper.createObjectNode()
                .put("kind", credential.kind().name())
                .put("subdomain", credential.subdomain().value());
        switch (credential) {
            case ApiKey key -> node.put("key", key.key());
            case OAuthTokens tokens -> {
                node.put("accessToken", tokens.accessToken());
                tokens.refreshToken().ifPresent(token -> node.put("refreshToken", token));
                tokens.expiresAt().ifPresent(at -> node.put("expiresAt", at.toString()));
            }
        }
        return node;
    }

    Secret read(String text) {
        JsonNode node = parse(text);
        var webhooks = new WebhookSecrets(
                text(node, "webhookSecret"),
                text(node, "previousWebhookSecret"),
                text(node, "previousUntil").map(Instant::parse).orElse(Instant.EPOCH));
        return new Secret(credential(node), webhooks, text(node, "replaces").map(SecretVersion::new));
    }

    private static Credential credential(JsonNode node) {
        var subdomain = new Subdomain(node.path("subdomain").asText());
        return switch (Credential.Kind.valueOf(node.path("kind").asText())) {
            case API_KEY -> new ApiKey(subdomain, node.path("key").asText());
            case OAUTH ->
                new OAuthTokens(
                        subdomain,
                        node.path("accessToken").asText(),
                        text(node, "refreshToken"),
                        text(node, "expiresAt").map(Instant::parse));
        };
    }

    private JsonNode parse(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException unreadable) {
            // Its own message would quote the secret.
            throw new IllegalStateException("a credential's secret is not JSON");
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
    }
}
