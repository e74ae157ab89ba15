package com.hackajob.pinpoint.local.pinpoint;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request to one tenant; {@code path} is what follows the tenant. */
record Call(String method, String path, @Nullable String rawQuery, Headers headers, byte[] body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    List<String> segments() {
        return Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    List<Parameter> parameters() {
        return Parameter.all(rawQuery);
    }

    CredentialKind credential() {
        if (header("X-API-KEY").isPresent()) {
            return CredentialKind.API_KEY;
        }
        return header("Authorization")
                        .filter(value -> value.startsWith("Bearer "))
                        .isPresent()
                ? CredentialKind.BEARER
                : CredentialKind.NONE;
    }
}
