package com.hackajob.pinpoint.local.pinpoint;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Random addresses at which a file can be read without a key, for a while (inferred). */
final class FileLinks {

    private record Link(SimulatedFile file, Instant until, boolean redirects) {}

    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Supplier<URI> base;

    FileLinks(Clock clock, Supplier<URI> base) {
        this.clock = clock;
        this.base = base;
    }

    URI make(SimulatedFile file, Policies policies) {
        Instant until = clock.instant().plus(policies.attachmentLifetime());
        return make(new Link(file, until, policies.is(Policy.ATTACHMENTS_REDIRECT)));
    }

    /** The server's own address. */
    URI base() {
        return base.get();
    }

    /** Answers {@code /files/{token}/{filename}}. */
    Reply read(String path) {
        String[] parts = path.split("/");
        Link link = parts.length > 2 ? links.get(parts[2]) : null;
        if (link == null) {
            return Reply.html(404, "Not Found");
        }
        if (!clock.instant().isBefore(link.until())) {
            return Reply.html(403, "Request has expired");
        }
        return link.redirects()
                ? Reply.redirect(
                        make(new Link(link.file(), link.until(), false)).toString())
                : Reply.file(link.file());
    }

    private URI make(Link link) {
        String token = Secrets.random();
        links.put(token, link);
        String name = URLEncoder.encode(link.file().filename(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return base.get().resolve("/files/" + token + "/" + name);
    }
}
