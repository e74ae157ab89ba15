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
import com.hackajob.pinpoint.http.HttpAnswer;
import com.hackajob.pinpoint.http.OutboundHttp;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.net.URIBuilder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Calls Pinpoint's JSON:API, and tells answers from outages: no answer, a 429, a 5xx and an unreadable body are outages.
 * Updates are PUT and there is no PATCH. The vendor header is asked of third parties by Pinpoint's documentation index.
 */
@Singleton
final class PinpointHttp {

    private static final Logger LOG = Logger.getLogger(PinpointHttp.class);

    private static final ContentType JSON_API = ContentType.create("application/vnd.api+json");

    /** Of an answer, in bytes: a page of a hundred applications has some hundred thousand. */
    private static final int LIMIT = 16 * 1024 * 1024;

    private final OutboundHttp http;
    private final CurrentCredential credential;
    private final ObjectMapper mapper;
    private final String template;
    private final Duration timeout;
    private final Telemetry telemetry;
    private final InstantSource clock;

    PinpointHttp(
            OutboundHttp http,
            CurrentCredential credential,
            ObjectMapper mapper,
            @ConfigProperty(name = "pinpoint.url") String template,
            @ConfigProperty(name = "pinpoint.timeout") Duration timeout,
            Telemetry telemetry,
            InstantSource clock) {
        this.http = http;
        this.credential = credential;
        this.mapper = mapper;
        this.template = template;
        this.timeout = timeout;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    Account account(Connection connection) {
        return account(credential.of(connection));
    }

    Account account(Credential credential) {
        return Account.of(template, credential);
    }

    Reply list(Account account, String collection, Map<String, String> query) {
        return call(account, new HttpGet(address(account, query, collection)));
    }

    Reply read(Account account, String collection, String id, Map<String, String> query) {
        return call(account, new HttpGet(address(account, query, collection, id)));
    }

    Reply create(Account account, String collection, JsonNode body) {
        return call(account, with(body, new HttpPost(address(account, Map.of(), collection))));
    }

    Reply update(Account account, String collection, String id, JsonNode body) {
        return call(account, with(body, new HttpPut(address(account, Map.of(), collection, id))));
    }

    private static URI address(Account account, Map<String, String> query, String... path) {
        try {
            URIBuilder address = new URIBuilder(account.address())
                    .appendPathSegments("api", "v1")
                    .appendPathSegments(path);
            query.forEach(address::addParameter);
            return address.build();
        } catch (URISyntaxException misconfigured) {
            throw new IllegalStateException(misconfigured);
        }
    }

    private HttpUriRequestBase with(JsonNode body, HttpUriRequestBase request) {
        RequestBody content = body(body);
        request.setEntity(new InputStreamEntity(content.open(), content.length(), JSON_API));
        return request;
    }

    private Reply call(Account account, HttpUriRequestBase request) {
        request.setHeader(HttpHeaders.ACCEPT, JSON_API.getMimeType());
        request.setHeader("x-vendor-name", "hackajob");
        account.openFor(request);
        return telemetry.calling(Remote.PINPOINT, () -> reply(answer(request)));
    }

    private HttpAnswer answer(HttpUriRequestBase request) {
        try {
            return http.ask(request, timeout, LIMIT);
        } catch (IOException noAnswer) {
            // The class alone: a message may quote what was read.
            LOG.warnf("no answer from Pinpoint: %s", noAnswer.getClass().getName());
            throw noAnswer instanceof UnknownHostException
                    ? new Outage(ErrorCode.SUBDOMAIN_UNKNOWN, "nobody knows the account's host name")
                    : new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "no answer from Pinpoint");
        }
    }

    private Reply reply(HttpAnswer answer) {
        int status = answer.status();
        if (status == 429) {
            throw outage(ErrorCode.RATE_LIMITED, answer);
        }
        if (status >= 500) {
            throw outage(ErrorCode.PINPOINT_UNAVAILABLE, answer);
        }
        return new Reply(status, body(answer));
    }

    /** How long to wait, Pinpoint documents nowhere to say; where it, or a proxy in front of it, does, it is heard. */
    private Outage outage(ErrorCode code, HttpAnswer answer) {
        return new Outage(code, "Pinpoint answered " + answer.status(), answer.retryAfter(clock.instant()));
    }

    // A proxy in front of Pinpoint may answer an error in HTML; only where we need the content is that an outage.
    private JsonNode body(HttpAnswer answer) {
        try {
            JsonNode body = mapper.readTree(answer.content());
            if (body.isObject()) {
                return body;
            }
        } catch (IOException notJson) {
            // told below
        }
        if (answer.status() < 300) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's answer can't be read");
        }
        return MissingNode.getInstance();
    }

    private RequestBody body(JsonNode body) {
        try {
            return RequestBody.of(to -> mapper.writeValue(to, body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
