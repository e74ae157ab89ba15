package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is posted to an endpoint (documented for application_hired: event, triggeredAt in seconds, data with numeric ids;
 * the same envelope for the others is inferred).
 */
record WebhookMessage(String event, byte[] body) {

    static WebhookMessage about(String event, String sentAs, Instant at, Map<String, String> ids, boolean idsAsText) {
        ObjectNode json = Wire.object().put("event", sentAs).put("triggeredAt", at.getEpochSecond());
        ObjectNode data = json.putObject("data");
        ids.forEach((subject, id) -> {
            ObjectNode about = data.putObject(subject);
            if (idsAsText) {
                about.put("id", id);
            } else {
                about.put("id", Long.parseLong(id));
            }
        });
        return new WebhookMessage(event, Wire.bytes(json));
    }

    /** Base64 of the HMAC-SHA256 of the raw body (documented). */
    String signature(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
