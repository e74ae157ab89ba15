package com.hackajob.pinpoint.local.pinpoint;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is now, as a Pinpoint user sees it. {@code attributes} are those of the API under their own names.
 */
public record SimulatedApplication(
        String id,
        Map<String, @Nullable Object> attributes,
        List<SimulatedFile> files,
        List<String> comments,
        List<Tag> tags,
        boolean skipNotifications,
        List<Notification> notifications) {

    static SimulatedApplication of(View view, Row row) {
        return new SimulatedApplication(
                row.id(),
                shown(row),
                row.list("files", SimulatedFile.class),
                Comments.on(view, row).stream()
                        .map(comment -> comment.text("body_text"))
                        .toList(),
                row.list("tags", Tag.class),
                row.isTrue("skip_notifications"),
                view.rows("notifications", "application_id", row.id()).stream()
                        .map(sent -> (Notification) sent.values().get("notification"))
                        .toList());
    }

    private static Map<String, @Nullable Object> shown(Row row) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        Resources.of("applications").attributes().forEach(name -> shown.put(name, row.value(name)));
        return Collections.unmodifiableMap(shown);
    }

    public String jobId() {
        return text("job_id");
    }

    public String stageId() {
        return text("stage_id");
    }

    public String candidateId() {
        return text("candidate_id");
    }

    public String firstName() {
        return text("first_name");
    }

    public String lastName() {
        return text("last_name");
    }

    public String email() {
        return text("email");
    }

    public String channel() {
        return text("channel");
    }

    public String channelSource() {
        return text("channel_source");
    }

    public String externalSystemReference() {
        return text("external_system_reference");
    }

    public Instant createdAt() {
        return instant("created_at").orElseThrow();
    }

    public Instant updatedAt() {
        return instant("updated_at").orElseThrow();
    }

    public Optional<Instant> rejectedAt() {
        return instant("rejected_at");
    }

    public Optional<Instant> hiredAt() {
        return instant("hired_at");
    }

    /** The text of an attribute, empty if it has none. */
    public String text(String attribute) {
        return attributes.get(attribute) == null ? "" : String.valueOf(attributes.get(attribute));
    }

    private Optional<Instant> instant(String attribute) {
        return attributes.get(attribute) instanceof Instant instant ? Optional.of(instant) : Optional.empty();
    }
}
