package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.ConnectionId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where things are, as others reach them. */
@Singleton
final class Addresses {

    private final Optional<String> publicUrl;
    private final Optional<String> guideUrl;

    Addresses(
            @ConfigProperty(name = "public.url") Optional<String> publicUrl,
            @ConfigProperty(name = "guide.url") Optional<String> guideUrl) {
        this.publicUrl = publicUrl;
        this.guideUrl = guideUrl;
    }

    String connect(SecretToken session) {
        return publicUrl.orElseThrow() + connectPath(session);
    }

    static String connectPath(SecretToken session) {
        return "/connect/" + session.value();
    }

    String webhook(ConnectionId connection) {
        return publicUrl.orElseThrow() + "/webhooks/pinpoint/" + connection.text();
    }

    /** The guide's paragraph about an error; empty where no guide is published. */
    Optional<URI> help(ErrorCode code) {
        return guideUrl.map(url -> URI.create(url + "#" + code.code()));
    }
}
