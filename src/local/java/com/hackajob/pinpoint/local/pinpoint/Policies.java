package com.hackajob.pinpoint.local.pinpoint;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One tenant's answers to what Pinpoint does not document: switches, and a few values. */
public final class Policies {

    /** How many requests a tenant may make in a window; no figure is documented. */
    public record RateLimit(int requests, Duration window, Optional<Duration> retryAfter) {}

    private final Set<Policy> on = Arrays.stream(Policy.values())
            .filter(Policy::standard)
            .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
    private volatile NameKey attachmentNameKey = NameKey.FILENAME;
    private volatile String documentContext = "document";
    private volatile String defaultChannel = "other";
    private volatile String defaultSort = "id";
    private volatile int cvLimit = 10 * 1024 * 1024;
    private volatile Duration attachmentLifetime = Duration.ofMinutes(5);
    private volatile Optional<RateLimit> rateLimit = Optional.empty();

    public Policies on(Policy policy) {
        on.add(policy);
        return this;
    }

    public Policies off(Policy policy) {
        on.remove(policy);
        return this;
    }

    public boolean is(Policy policy) {
        return on.contains(policy);
    }

    /** The key that carries a file's name in {@code attachments}. */
    public Policies attachmentNameKey(NameKey key) {
        attachmentNameKey = key;
        return this;
    }

    /** The context of files sent as {@code documents_base64}. */
    public Policies documentContext(String context) {
        documentContext = context;
        return this;
    }

    /** The channel of an application that names none. */
    public Policies defaultChannel(String channel) {
        defaultChannel = channel;
        return this;
    }

    /** The order of a list that names none, such as {@code -created_at}. */
    public Policies defaultSort(String key) {
        defaultSort = key;
        return this;
    }

    public Policies cvLimit(int bytes) {
        cvLimit = bytes;
        return this;
    }

    /** How long the address of an attachment can be read. */
    public Policies attachmentLifetime(Duration lifetime) {
        attachmentLifetime = lifetime;
        return this;
    }

    public Policies rateLimit(RateLimit limit) {
        rateLimit = Optional.of(limit);
        return this;
    }

    public Policies noRateLimit() {
        rateLimit = Optional.empty();
        return this;
    }

    NameKey attachmentNameKey() {
        return attachmentNameKey;
    }

    String documentContext() {
        return documentContext;
    }

    String defaultChannel() {
        return defaultChannel;
    }

    String defaultSort() {
        return defaultSort;
    }

    int cvLimit() {
        return cvLimit;
    }

    Duration attachmentLifetime() {
        return attachmentLifetime;
    }

    Optional<RateLimit> rateLimit() {
        return rateLimit;
    }
}
