package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Permission;
import com.hackajob.pinpoint.connection.Prerequisites.Obstacle;
import com.hackajob.pinpoint.connection.Settings;
import com.hackajob.pinpoint.connection.Status;
import com.hackajob.pinpoint.stagesync.Poll;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A company's connection as callers see it, and whether this user can connect.
 *
 * @param waiting how many candidates wait to be exported; a thousand means so many or more
 */
@RegisterForReflection
record ConnectionJson(
        String state,
        Optional<String> subdomain,
        Optional<String> credential,
        Optional<Instant> since,
        Optional<TroubleJson> attention,
        List<PermissionJson> permissions,
        Optional<WebhookJson> webhook,
        Optional<SettingsJson> settings,
        Optional<StagesJson> stages,
        int waiting,
        CanConnect canConnect) {

    static ConnectionJson none(int waiting, CanConnect canConnect) {
        return new ConnectionJson(
                "none",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                waiting,
                canConnect);
    }

    /** @param webhookAddress where Pinpoint's webhooks go */
    static ConnectionJson of(
            Connection connection, String webhookAddress, Poll poll, int waiting, CanConnect canConnect) {
        return new ConnectionJson(
                state(connection.status()),
                Optional.of(connection.subdomain().value()),
                Optional.of(word(connection.link().kind())),
                Optional.of(connection.since()),
                trouble(connection.status()),
                PermissionJson.all(connection.link().permissions()),
                Optional.of(WebhookJson.of(connection, webhookAddress)).filter(_ -> connection.isUsable()),
                Optional.of(SettingsJson.of(connection.settings())),
                Optional.of(StagesJson.of(connection, poll)).filter(_ -> connection.isUsable()),
                waiting,
                canConnect);
    }

    private static String state(Status status) {
        return switch (status) {
            case Status.Active() -> "active";
            case Status.Attention _ -> "attention";
            case Status.Disconnected _ -> "disconnected";
        };
    }

    private static Optional<TroubleJson> trouble(Status status) {
        return switch (status) {
            case Status.Attention(var code, var since) ->
                Optional.of(new TroubleJson(code.code(), code.detail(), code.remedy(), since));
            case Status.Active(), Status.Disconnected _ -> Optional.empty();
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Why the connection needs attention, what to do, and since when. */
    @RegisterForReflection
    record TroubleJson(String code, String detail, String remedy, Instant since) {}

    /** The webhook: never seen, or when last (to the day). */
    @RegisterForReflection
    record WebhookJson(
            String address, boolean secretStored, Optional<Instant> lastSeen, Optional<Instant> silentSince) {
        private static WebhookJson of(Connection connection, String address) {
            return new WebhookJson(
                    address,
                    connection.webhook().isSecretKept(),
                    connection.webhook().lastSeen(),
                    connection.webhook().silentSince());
        }
    }

    /** When a move last went each way, and when Pinpoint is asked next for moves of which it did not tell. */
    @RegisterForReflection
    record StagesJson(Optional<Instant> lastIn, Optional<Instant> lastOut, Optional<Instant> nextPoll) {
        private static StagesJson of(Connection connection, Poll poll) {
            return new StagesJson(
                    poll.lastIn(), poll.lastOut(), connection.upkeep().due().map(due -> later(due, poll.changesDue())));
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    @RegisterForReflection
    record SettingsJson(String channel, String channelSource, boolean notifyCandidate) {
        private static SettingsJson of(Settings settings) {
            return new SettingsJson(settings.channel(), settings.channelSource(), settings.notifyCandidate());
        }
    }

    @RegisterForReflection
    record CanConnect(boolean allowed, Optional<String> code, Optional<String> remedy) {
        static CanConnect unless(Optional<Obstacle> obstacle) {
            return new CanConnect(
                    obstacle.isEmpty(),
                    obstacle.map(Obstacle::code).map(ErrorCode::code),
                    obstacle.map(Obstacle::remedy));
        }
    }

    @RegisterForReflection
    record PermissionJson(String name, String state, Optional<String> remedy) {
        static List<PermissionJson> all(List<Permission> permissions) {
            return permissions.stream().map(PermissionJson::of).toList();
        }

        private static PermissionJson of(Permission permission) {
            return new PermissionJson(permission.name(), word(permission.state()), ConnectionJson.remedy(permission));
        }
    }

    /** Exactly what to change in Pinpoint; empty where nothing is missing. */
    static Optional<String> remedy(Permission permission) {
        return permission.state() == Permission.State.MISSING
                ? Optional.of("In Pinpoint, tick " + permission.name() + " for the API key.")
                : Optional.empty();
    }
}
