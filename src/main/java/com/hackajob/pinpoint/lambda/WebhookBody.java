package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.export.ApplicationId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;

/**
 * Reads what Pinpoint posts. Documented is the envelope alone ({@code event}, {@code triggeredAt} in seconds, {@code data}
 * with ids): so an event is a reason to look at an application, whatever its name, and nothing in it is believed.
 */
@Singleton
final class WebhookBody {

    /** Pinpoint gives up after a day: what is older was kept back by somebody else. */
    private static final Duration OLDEST = Duration.ofHours(25);

    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

    private final ObjectMapper mapper;
    private final InstantSource clock;

    WebhookBody(ObjectMapper mapper, InstantSource clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    Content read(Bytes body) {
        try {
            return content(mapper.readTree(body.array()));
        } catch (IOException notJson) {
            return new Nothing("not JSON");
        }
    }

    private Content content(JsonNode body) {
        String event = body.path("event").asText();
        // Interview times are not synchronised: that is agreed, not forgotten.
        if (event.contains("interview")) {
            return new Nothing("about an interview");
        }
        long oldest = clock.instant().minus(OLDEST).getEpochSecond();
        if (body.path("triggeredAt").canConvertToLong()
                && body.path("triggeredAt").asLong() < oldest) {
            return new Nothing("older than Pinpoint's last try");
        }
        String application = body.path("data").path("application").path("id").asText();
        return ID.matcher(application).matches()
                ? new Hint(new ApplicationId(application))
                : new Nothing("about no application");
    }

    /** What it gives reason to. */
    sealed interface Content {}

    /** To look at an application. */
    record Hint(ApplicationId application) implements Content {}

    /** To nothing. */
    record Nothing(String why) implements Content {}
}
