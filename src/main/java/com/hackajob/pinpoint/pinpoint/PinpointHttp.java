package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.Telemetry;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.CurrentCredential;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Calls Pinpoint, and tells answers from outages: no answer, a 429, a 5xx and an unreadable body are outages. */
@Singleton
final class PinpointHttp {

    private static final Logger LOG = Logger.getLogger(PinpointHttp.class);

    private final PinpointApi api;
    private final CurrentCredential credential;
    private final ObjectMapper mapper;
    private final String template;
    private final Telemetry telemetry;

    PinpointHttp(
            @RestClient PinpointApi api,
            CurrentCredential credential,
            ObjectMapper mapper,
            @ConfigProperty(name = "pinpoint.url") String template,
            Telemetry telemetry) {
        this.api = api;
        this.credential = credential;
        this.mapper = mapper;
        this.template = template;
        this.telemetry = telemetry;
    }

    Account account(Connection connection) {
        return account(credential.of(connection));
    }

    Account account(Credential credential) {
        return Account.of(template, credential);
    }

    Reply list(Account account, String collection, Map<String, String> query) {
        return call(() -> api.list(account.address(), account.key(), account.bearer(), collection, query));
    }

    Reply read(Account account, String collection, String id, Map<String, String> query) {
        return call(() -> api.read(account.address(), account.key(), account.bearer(), collection, id, query));
    }

    Reply create(Account account, String collection, JsonNode body) {
        RequestBody request = request(body);
        return call(() -> api.create(
                account.address(), account.key(), account.bearer(), collection, request.length(), request.open()));
    }

    Reply update(Account account, String collection, String id, JsonNode body) {
        RequestBody request = request(body);
        return call(() -> api.update(
                account.address(), account.key(), account.bearer(), collection, id, request.length(), request.open()));
    }

    private Reply call(Supplier<Response> call) {
        return telemetry.calling(Remote.PINPOINT, () -> answer(call));
    }

    private Reply answer(Supplier<Response> call) {
        try (Response response = call.get()) {
            return reply(response);
        } catch (ProcessingException noAnswer) {
            // The class alone: a message of the JSON reader quotes what it read.
            LOG.warnf(
                    "no answer from Pinpoint: %s",
                    String.valueOf(noAnswer.getCause()).split(":", 2)[0]);
            throw noAnswer.getCause() instanceof UnknownHostException
                    ? new Outage(ErrorCode.SUBDOMAIN_UNKNOWN, "nobody knows the account's host name")
                    : new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "no answer from Pinpoint");
        }
    }

    private Reply reply(Response response) {
        int status = response.getStatus();
        if (status == 429) {
            throw new Outage(ErrorCode.RATE_LIMITED, "Pinpoint answered 429", retryAfter(response));
        }
        if (status >= 500) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint answered " + status);
        }
        return new Reply(status, body(response, status));
    }

    /** Pinpoint documents none, and no format for it: whole seconds are believed, up to an hour. */
    private static Optional<Duration> retryAfter(Response response) {
        return Optional.ofNullable(response.getHeaderString("Retry-After"))
                .filter(value -> value.matches("[0-9]{1,4}"))
                .map(Long::parseLong)
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, 3600)));
    }

    // A proxy in front of Pinpoint may answer an error in HTML; only where we need the content is that an outage.
    private JsonNode body(Response response, int status) {
        try {
            JsonNode body = mapper.readTree(content(response, status));
            if (body.isObject()) {
                return body;
            }
        } catch (IOException notJson) {
            // told below
        }
        if (status < 300) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's answer can't be read");
        }
        return MissingNode.getInstance();
    }

    /** Whoever refuses a request before all of it was sent may hang up at once: the status has been heard, and says enough. */
    private static byte[] content(Response response, int status) {
        try {
            return response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        } catch (ProcessingException hungUp) {
            if (status < 300) {
                throw hungUp;
            }
            return new byte[0];
        }
    }

    private RequestBody request(JsonNode body) {
        try {
            return RequestBody.of(to -> mapper.writeValue(to, body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
