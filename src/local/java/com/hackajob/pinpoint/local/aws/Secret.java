package com.hackajob.pinpoint.local.aws;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A secret: its versions, and the staging labels that say which of them counts. */
final class Secret {

    static final String CURRENT = "AWSCURRENT";
    static final String PREVIOUS = "AWSPREVIOUS";

    private final Map<String, SecretVersion> versions = new LinkedHashMap<>();
    private final Map<String, String> labels = new TreeMap<>();
    private final String name;
    private final String arn;
    private final Instant created;
    private Optional<Instant> deletion = Optional.empty();
    private Instant changed;

    Secret(String name, String arn, Instant created) {
        this.name = name;
        this.arn = arn;
        this.created = created;
        this.changed = created;
    }

    /** The same id with the same value changes nothing; with another value it is refused. */
    void put(SecretVersion version, List<String> wantedLabels) {
        var known = versions.get(version.id());
        if (known != null) {
            refuseUnlessEqual(known, version);
            return;
        }
        var first = versions.isEmpty();
        versions.put(version.id(), version);
        wantedLabels.forEach(label -> attach(label, version.id()));
        if (first) {
            attach(CURRENT, version.id());
        }
        changed = version.created();
    }

    private static void refuseUnlessEqual(SecretVersion known, SecretVersion version) {
        if (!known.value().equals(version.value())) {
            throw SecretsRefusal.exists("You can't use ClientRequestToken " + version.id()
                    + " because that value is already in use for a version with another value.");
        }
    }

    /** Whatever loses AWSCURRENT becomes AWSPREVIOUS. */
    private void attach(String label, String version) {
        var before = labels.put(label, version);
        if (label.equals(CURRENT) && before != null && !before.equals(version)) {
            labels.put(PREVIOUS, before);
        }
    }

    void move(String label, Optional<String> from, Optional<String> to, Instant now) {
        var holder = Optional.ofNullable(labels.get(label));
        from.ifPresent(id -> refuseUnlessHolder(label, id, holder));
        to.ifPresent(this::version);
        if (to.isEmpty()) {
            detach(label, from);
        } else {
            refuseUnlessReleased(label, from, to, holder);
            attach(label, to.get());
        }
        changed = now;
    }

    private static void refuseUnlessHolder(String label, String from, Optional<String> holder) {
        if (!holder.equals(Optional.of(from))) {
            throw SecretsRefusal.invalidParameter(
                    "The staging label " + label + " is not attached to version " + from + ".");
        }
    }

    private static void refuseUnlessReleased(
            String label, Optional<String> from, Optional<String> to, Optional<String> holder) {
        if (from.isEmpty() && holder.isPresent() && !holder.equals(to)) {
            throw SecretsRefusal.invalidParameter(
                    "The parameter RemoveFromVersionId can't be empty. Staging label " + label
                            + " is currently attached to version " + holder.get()
                            + ", so you must explicitly reference that version in RemoveFromVersionId.");
        }
    }

    private void detach(String label, Optional<String> from) {
        if (from.isEmpty()) {
            throw SecretsRefusal.invalidParameter("Name RemoveFromVersionId, MoveToVersionId, or both.");
        }
        if (label.equals(CURRENT)) {
            throw SecretsRefusal.invalidParameter(
                    "You can only move staging label AWSCURRENT to a different secret version. "
                            + "It can't be completely removed.");
        }
        labels.remove(label);
    }

    SecretVersion version(String id) {
        return Optional.ofNullable(versions.get(id))
                .orElseThrow(() -> SecretsRefusal.notFound("secret value for VersionId: " + id));
    }

    SecretVersion labelled(String label) {
        return Optional.ofNullable(labels.get(label))
                .map(versions::get)
                .orElseThrow(() -> SecretsRefusal.notFound("secret value for staging label: " + label));
    }

    List<String> labelsOf(SecretVersion version) {
        return labels.keySet().stream()
                .filter(label -> labels.get(label).equals(version.id()))
                .toList();
    }

    Collection<SecretVersion> versions() {
        return List.copyOf(versions.values());
    }

    void deleteAt(Instant instant) {
        deletion = Optional.of(instant);
    }

    void restore() {
        deletion = Optional.empty();
    }

    Optional<Instant> deletion() {
        return deletion;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    Instant created() {
        return created;
    }

    Instant changed() {
        return changed;
    }
}
