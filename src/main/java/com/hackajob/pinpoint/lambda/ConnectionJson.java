package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Permission;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A company's connection as callers see it, and whether this user can connect. */
@RegisterForReflection
record ConnectionJson(
        String state,
        Optional<String> subdomain,
        Optional<String> credential,
        Optional<Instant> since,
        List<PermissionJson> permissions,
        CanConnect canConnect) {

    static ConnectionJson of(Optional<Connection> connection, boolean isMaster) {
        return new ConnectionJson(
                connection.isPresent() ? "active" : "none",
                connection.map(active -> active.subdomain().value()),
                connection.map(active -> active.kind().name().toLowerCase(Locale.ROOT)),
                connection.map(Connection::since),
                connection
                        .map(active -> PermissionJson.all(active.permissions()))
                        .orElse(List.of()),
                isMaster ? CanConnect.YES : CanConnect.no(ErrorCode.NOT_MASTER));
    }

    @RegisterForReflection
    record CanConnect(boolean allowed, Optional<String> code, Optional<String> remedy) {

        static final CanConnect YES = new CanConnect(true, Optional.empty(), Optional.empty());

        static CanConnect no(ErrorCode why) {
            return new CanConnect(false, Optional.of(why.code()), Optional.of(why.remedy()));
        }
    }

    @RegisterForReflection
    record PermissionJson(String name, String state, Optional<String> remedy) {

        static List<PermissionJson> all(List<Permission> permissions) {
            return permissions.stream().map(PermissionJson::of).toList();
        }

        private static PermissionJson of(Permission permission) {
            Optional<String> remedy = permission.state() == Permission.State.MISSING
                    ? Optional.of("In Pinpoint, tick " + permission.name() + " for the API key.")
                    : Optional.empty();
            return new PermissionJson(
                    permission.name(), permission.state().name().toLowerCase(Locale.ROOT), remedy);
        }
    }
}
