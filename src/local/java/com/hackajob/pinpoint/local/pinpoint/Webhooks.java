package com.hackajob.pinpoint.local.pinpoint;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One tenant's webhooks, set up by hand in the user interface (documented: signed, 5 seconds to answer, ten retries, then
 * the endpoint is disabled). Deliveries happen in the background.
 */
public final class Webhooks implements AutoCloseable {

    private final Clock clock;
    private final Policies policies;
    private final WebhookRetries retries = new WebhookRetries();
    private final DeliveryLog log = new DeliveryLog();
    private final String companySecret = Secrets.random();
    private final Map<URI, WebhookEndpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<String, String> slugs = new ConcurrentHashMap<>();
    private final List<WebhookMessage> held = new ArrayList<>();
    private boolean holding;
    private volatile int copies = 1;
    private volatile Duration timeout = Duration.ofSeconds(5);

    Webhooks(Clock clock, Policies policies) {
        this.clock = clock;
        this.policies = policies;
    }

    /**
     * Adds an endpoint for events such as {@code application_created}, {@code application_stage_changed}, {@code
     * application_moved}, {@code application_hired}, {@code job_updated}; returns the signing secret.
     */
    public String addWebhookEndpoint(URI url, Set<String> events) {
        if (!WebhookEvents.ALL.containsAll(events)) {
            throw new IllegalArgumentException("not events: " + events);
        }
        String secret = newSecret();
        WebhookEndpoint replaced = endpoints.put(url, new WebhookEndpoint(url, events, secret, retries, log));
        if (replaced != null) {
            replaced.close();
        }
        return secret;
    }

    public void removeEndpoint(URI url) {
        endpoint(url).close();
        endpoints.remove(url);
    }

    /** Gives an endpoint another secret and returns it. */
    public String changeSecret(URI url) {
        String secret = Secrets.random();
        endpoint(url).secret(secret);
        return secret;
    }

    public boolean isEnabled(URI url) {
        return endpoint(url).enabled();
    }

    /** Enables a disabled endpoint again. */
    public void enable(URI url) {
        endpoint(url).enable();
    }

    /** Sends the documented example of a hired application, as the button on the endpoint's page does. */
    public void sendTest(URI url) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("application", "1");
        ids.put("job", "1");
        endpoint(url).send(message("application_hired", ids), timeout);
    }

    /** Sends an event under another name than ours. */
    public Webhooks sendAs(String event, String slug) {
        slugs.put(event, slug);
        return this;
    }

    /** How often each event is delivered. */
    public Webhooks copies(int number) {
        copies = number;
        return this;
    }

    /** How long an endpoint may take to answer. */
    public Webhooks timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    /** How many seconds of waiting between retries pass in a real one; a million unless told. */
    public Webhooks compress(long factor) {
        retries.compress(factor);
        return this;
    }

    /** Keeps events back from now on. */
    public synchronized void hold() {
        holding = true;
    }

    /** Sends the events kept back, the last one first. */
    public synchronized void releaseReversed() {
        holding = false;
        held.reversed().forEach(this::deliver);
        held.clear();
    }

    /** Loses the events kept back. */
    public synchronized void loseHeld() {
        holding = false;
        held.clear();
    }

    public List<WebhookDelivery> deliveries() {
        return log.deliveries();
    }

    /** Waits until every message has been delivered or given up, at most for this real time. */
    public void awaitQuiet(Duration patience) {
        log.awaitQuiet(patience);
    }

    /** Waits until so many attempts to deliver were made, at most for this real time. */
    public void awaitAttempts(int number, Duration patience) {
        log.awaitAttempts(number, patience);
    }

    @Override
    public void close() {
        endpoints.values().forEach(WebhookEndpoint::close);
    }

    void announce(String event, Row application) {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("application", application.id());
        ids.put("job", application.text("job_id"));
        announce(message(event, ids));
    }

    void announceJob(String event, Row job) {
        announce(message(event, Map.of("job", job.id())));
    }

    private synchronized void announce(WebhookMessage message) {
        if (holding) {
            held.add(message);
        } else {
            deliver(message);
        }
    }

    private void deliver(WebhookMessage message) {
        for (int copy = 0; copy < copies; copy++) {
            endpoints.values().stream()
                    .filter(endpoint -> endpoint.wants(message.event()))
                    .forEach(endpoint -> endpoint.send(message, timeout));
        }
    }

    private WebhookMessage message(String event, Map<String, String> ids) {
        return WebhookMessage.about(
                event, slugs.getOrDefault(event, event), clock.instant(), ids, policies.is(Policy.WEBHOOK_IDS_AS_TEXT));
    }

    private String newSecret() {
        return policies.is(Policy.ONE_WEBHOOK_SECRET) ? companySecret : Secrets.random();
    }

    private WebhookEndpoint endpoint(URI url) {
        WebhookEndpoint endpoint = endpoints.get(url);
        if (endpoint == null) {
            throw new IllegalArgumentException("no endpoint " + url);
        }
        return endpoint;
    }
}
