package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.ServiceSecrets;
import com.hackajob.pinpoint.Telemetry;
import com.hackajob.pinpoint.connection.Authorization;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.OAuthServer;
import com.hackajob.pinpoint.connection.PkceVerifier;
import com.hackajob.pinpoint.connection.Subdomain;
import com.hackajob.pinpoint.http.HttpAnswer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hc.core5.net.URIBuilder;

/** {@link OAuthServer} over HTTP: authorization code with PKCE; the client proves itself by HTTP Basic (RFC 6749, 2.3.1). */
@Singleton
final class HttpOAuthServer implements OAuthServer {

    private static final long LONGEST_LIFE_SECONDS = 10L * 365 * 24 * 3600;

    private final OAuthSettings settings;
    private final TokenEndpoint endpoint;
    private final ServiceSecrets secrets;
    private final ObjectMapper mapper;
    private final Telemetry telemetry;
    private final InstantSource clock;

    HttpOAuthServer(
            OAuthSettings settings,
            TokenEndpoint endpoint,
            ServiceSecrets secrets,
            ObjectMapper mapper,
            Telemetry telemetry,
            InstantSource clock) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.secrets = secrets;
        this.mapper = mapper;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    @Override
    public Optional<Addresses> of(Subdomain subdomain) {
        return settings.client().map(_ -> {
            URI authorize = address(settings.authorizeUrl().orElseThrow(), subdomain);
            URI token = address(settings.tokenUrl().orElseThrow(), subdomain);
            Optional<String> issuer = settings.issuer()
                    .map(template -> address(template, subdomain).toString());
            return new Addresses(authorize, token, issuer);
        });
    }

    @Override
    public Optional<String> origin() {
        return settings.client().map(_ -> origin(settings.authorizeUrl().orElseThrow()));
    }

    /** Scheme and host of a template, any account's. */
    private static String origin(String template) {
        String[] parts = template.split("/", 4);
        return parts[0] + "//" + parts[2].replace("{subdomain}", "*");
    }

    private static URI address(String template, Subdomain subdomain) {
        return URI.create(template.replace("{subdomain}", subdomain.value()));
    }

    @Override
    public URI authorizationRequest(Addresses server, SecretToken state, String challenge) {
        URIBuilder request = new URIBuilder(server.authorize())
                .addParameter("response_type", "code")
                .addParameter("client_id", settings.client().orElseThrow())
                .addParameter("redirect_uri", settings.redirectUri())
                .addParameter("state", state.value())
                .addParameter("code_challenge", challenge)
                .addParameter("code_challenge_method", "S256");
        settings.scope().ifPresent(scope -> request.addParameter("scope", scope));
        try {
            return request.build();
        } catch (URISyntaxException misconfigured) {
            throw new IllegalStateException(misconfigured);
        }
    }

    @Override
    public Optional<OAuthTokens> redeem(Authorization authorization, AuthorizationCode code, PkceVerifier verifier) {
        return called(
                authorization.tokenAddress(),
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code.value(),
                        "redirect_uri", settings.redirectUri(),
                        "code_verifier", verifier.value()),
                answer -> status(answer) == 200 ? tokens(answer, authorization.subdomain()) : Optional.empty());
    }

    @Override
    public Refresh refresh(Subdomain subdomain, String refreshToken) {
        return called(
                of(subdomain).orElseThrow().token(),
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken),
                answer -> refreshed(answer, subdomain, refreshToken));
    }

    private <T> T called(URI address, Map<String, String> form, Function<HttpAnswer, T> read) {
        String client = client();
        return telemetry.calling(Remote.PINPOINT, () -> {
            try {
                return read.apply(endpoint.ask(address, client, form));
            } catch (IOException noAnswer) {
                throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "no answer from Pinpoint's token endpoint");
            }
        });
    }

    // Only invalid_grant is about the token; whatever else is wrong may be put right without a new connection. A server
    // that gives no new refresh token means the old one to be used again (RFC 6749, section 6).
    private Refresh refreshed(HttpAnswer answer, Subdomain subdomain, String refreshToken) {
        if (status(answer) != 200) {
            if (text(read(answer), "error").filter("invalid_grant"::equals).isPresent()) {
                return new Refresh.Refused();
            }
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's token endpoint answered " + answer.status());
        }
        OAuthTokens tokens = tokens(answer, subdomain)
                .orElseThrow(
                        () -> new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "the token endpoint's answer can't be read"));
        return new Refresh.Refreshed(tokens.refreshableBy(refreshToken));
    }

    private String client() {
        String pair = encoded(settings.client().orElseThrow()) + ":" + encoded(secrets.read(settings.clientSecret()));
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The status of an answer that is about what was asked; all others are outages. */
    private int status(HttpAnswer answer) {
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's token endpoint answered " + answer.status());
        }
        if (answer.status() == 401) {
            secrets.forget(settings.clientSecret());
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint does not know hackajob's OAuth client");
        }
        return answer.status();
    }

    private Optional<OAuthTokens> tokens(HttpAnswer answer, Subdomain subdomain) {
        JsonNode body = read(answer);
        return text(body, "access_token")
                .map(access ->
                        new OAuthTokens(subdomain, access, text(body, "refresh_token"), end(body.path("expires_in"))));
    }

    /** None where it is absurd: as a decimal number, since a whole one of more than 64 bits would come out small. */
    private Optional<Instant> end(JsonNode expiresIn) {
        return Optional.of(expiresIn.asDouble(0))
                .filter(seconds -> seconds >= 1 && seconds < LONGEST_LIFE_SECONDS)
                .map(seconds -> clock.instant().plusSeconds(seconds.longValue()));
    }

    private JsonNode read(HttpAnswer answer) {
        try {
            return mapper.readTree(answer.content());
        } catch (IOException unreadable) {
            // Its own message would quote the tokens.
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "the token endpoint's answer can't be read");
        }
    }

    private static Optional<String> text(JsonNode body, String name) {
        return Optional.of(body.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }
}
