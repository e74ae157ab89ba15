package com.hackajob.pinpoint.hackajob;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.ServiceSecrets;
import com.hackajob.pinpoint.Telemetry;
import com.hackajob.pinpoint.http.HttpAnswer;
import com.hackajob.pinpoint.http.OutboundHttp;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.net.URIBuilder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Calls hackajob's platform API with the service token: what is not there is empty, everything else but an answer is an
 * outage. Its contract is {@code infra/contracts/hackajob-platform.yaml}.
 */
@Singleton
final class Platform {

    private static final Logger LOG = Logger.getLogger(Platform.class);

    /** The trace of X-Ray that the call is part of. */
    private static final String TRACE = "X-Amzn-Trace-Id";

    private static final Duration LONGEST = Duration.ofSeconds(6);

    /** Of an answer, in bytes. */
    private static final int LIMIT = 4 * 1024 * 1024;

    private final OutboundHttp http;
    private final ObjectMapper mapper;
    private final ServiceSecrets secrets;
    private final Optional<String> url;
    private final Optional<String> tokenSecret;
    private final Telemetry telemetry;
    private final InstantSource clock;

    Platform(
            OutboundHttp http,
            ObjectMapper mapper,
            ServiceSecrets secrets,
            @ConfigProperty(name = "hackajob.url") Optional<String> url,
            @ConfigProperty(name = "hackajob.token.secret") Optional<String> tokenSecret,
            Telemetry telemetry,
            InstantSource clock) {
        this.http = http;
        this.mapper = mapper;
        this.secrets = secrets;
        this.url = url;
        this.tokenSecret = tokenSecret;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /**
     * Asks for something.
     *
     * @param type what the answer is; one of another shape than agreed counts as none
     * @param path of what is asked for, segment by segment
     */
    <W, T> Optional<T> ask(Class<W> type, Function<W, T> read, String... path) {
        String secret = tokenSecret.orElseThrow();
        HttpGet request = new HttpGet(address(path));
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + secrets.read(secret));
        telemetry.traceHeader().ifPresent(trace -> request.setHeader(TRACE, trace));
        telemetry.called(Remote.HACKAJOB);
        HttpAnswer answer = answer(request);
        return switch (answer.status()) {
            case 200 -> Optional.of(read(answer, type, read));
            case 404 -> Optional.empty();
            case 401 -> throw rejected(secret);
            default ->
                throw new Outage(
                        ErrorCode.HACKAJOB_UNAVAILABLE,
                        "hackajob answered " + answer.status(),
                        answer.retryAfter(clock.instant()));
        };
    }

    private URI address(String... path) {
        try {
            return new URIBuilder(url.orElseThrow()).appendPathSegments(path).build();
        } catch (URISyntaxException misconfigured) {
            throw new IllegalStateException(misconfigured);
        }
    }

    private HttpAnswer answer(HttpGet request) {
        try {
            return http.ask(request, LONGEST, LIMIT);
        } catch (IOException noAnswer) {
            // The class alone: a message may quote what was read.
            LOG.warnf("no answer from hackajob: %s", noAnswer.getClass().getName());
            throw outage("no answer from hackajob");
        }
    }

    private <W, T> T read(HttpAnswer answer, Class<W> type, Function<W, T> read) {
        try {
            return read.apply(mapper.readValue(answer.content(), type));
        } catch (IOException | NullPointerException | IllegalArgumentException unreadable) {
            throw outage("hackajob's answer is not of the agreed form");
        }
    }

    private Outage rejected(String secret) {
        secrets.forget(secret);
        return outage("hackajob does not accept the service token");
    }

    private static Outage outage(String what) {
        return new Outage(ErrorCode.HACKAJOB_UNAVAILABLE, what);
    }
}
