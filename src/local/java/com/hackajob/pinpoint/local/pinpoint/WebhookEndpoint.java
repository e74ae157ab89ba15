package com.hackajob.pinpoint.local.pinpoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One webhook endpoint: delivers in order, tries again in between, and is disabled when all tries of one failed. */
final class WebhookEndpoint implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI url;
    private final Set<String> events;
    private final WebhookRetries retries;
    private final DeliveryLog log;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private volatile String secret;
    private volatile boolean enabled = true;

    WebhookEndpoint(URI url, Set<String> events, String secret, WebhookRetries retries, DeliveryLog log) {
        this.url = url;
        this.events = Set.copyOf(events);
        this.secret = secret;
        this.retries = retries;
        this.log = log;
    }

    boolean wants(String event) {
        return enabled && events.contains(event);
    }

    void secret(String newSecret) {
        secret = newSecret;
    }

    boolean enabled() {
        return enabled;
    }

    void enable() {
        enabled = true;
    }

    void send(WebhookMessage message, Duration timeout) {
        log.begin();
        worker.execute(() -> attempt(message, timeout, 0));
    }

    private void attempt(WebhookMessage message, Duration timeout, int attempt) {
        WebhookDelivery delivery = new WebhookDelivery(url, message.event(), attempt, post(message, timeout));
        log.add(delivery);
        if (delivery.succeeded() || !enabled) {
            log.end();
            return;
        }
        if (attempt == WebhookRetries.MOST) {
            enabled = false;
            log.end();
            return;
        }
        long pause = retries.pauseAfter(attempt).toNanos();
        worker.schedule(() -> attempt(message, timeout, attempt + 1), pause, TimeUnit.NANOSECONDS);
    }

    private Optional<Integer> post(WebhookMessage message, Duration timeout) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("PINPOINT-HMAC-SHA256", message.signature(secret))
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()))
                .build();
        try {
            return Optional.of(HTTP.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
