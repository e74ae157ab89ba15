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
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link OAuthServer} over HTTP: authorization code with PKCE; the client proves itself by HTTP Basic (RFC 6749, 2.3.1). */
@Singleton
final class HttpOAuthServer implements OAuthServer {

    private static final long LONGEST_LIFE_SECONDS = 10L * 365 * 24 * 3600;

    private final OAuthSettings settings;
    private final OAuthTokenApi api;
    private final ServiceSecrets secrets;
    private final ObjectMapper mapper;
    private final Telemetry telemetry;
    private final InstantSource clock;

    HttpOAuthServer(
            OAuthSettings settings,
            @RestClient OAuthTokenApi api,
            ServiceSecrets secrets,
            ObjectMapper mapper,
            Telemetry telemetry,
            InstantSource clock) {
        this.settings = settings;
        this.api = api;
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
        UriBuilder request = UriBuilder.fromUri(server.authorize())
                .queryParam("response_type", "code")
                .queryParam("client_id", settings.client().orElseThrow())
                .queryParam("redirect_uri", settings.redirectUri())
                .queryParam("state", state.value())
                .queryParam("code_challenge", challenge)
                .queryParam("code_challenge_method", "S256");
        settings.scope().ifPresent(scope -> request.queryParam("scope", scope));
        return request.build();
    }

    @Override
    public Optional<OAuthTokens> redeem(Authorization authorization, AuthorizationCode code, PkceVerifier verifier) {
        String client = client();
        return called(
                () -> api.redeem(
                        authorization.tokenAddress().toString(),
                        client,
                        "authorization_code",
                        code.value(),
                        settings.redirectUri(),
                        verifier.value()),
                response -> status(response) == 200 ? tokens(response, authorization.subdomain()) : Optional.empty());
    }

    @Override
    public Refresh refresh(Subdomain subdomain, String refreshToken) {
        String address = of(subdomain).orElseThrow().token().toString();
        String client = client();
        return called(
                () -> api.refresh(address, client, "refresh_token", refreshToken),
                response -> refreshed(response, subdomain, refreshToken));
    }

    private <T> T called(Supplier<Response> call, Function<Response, T> read) {
        return telemetry.calling(Remote.PINPOINT, () -> {
            try (Response response = call.get()) {
                return read.apply(response);
            } catch (ProcessingException noAnswer) {
                throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "no answer from Pinpoint's token endpoint");
            }
        });
    }

    // Only invalid_grant is about the token; whatever else is wrong may be put right without a new connection. A server
    // that gives no new refresh token means the old one to be used again (RFC 6749, section 6).
    private Refresh refreshed(Response response, Subdomain subdomain, String refreshToken) {
        if (status(response) != 200) {
            if (text(read(response), "error").filter("invalid_grant"::equals).isPresent()) {
                return new Refresh.Refused();
            }
            throw new Outage(
                    ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's token endpoint answered " + response.getStatus());
        }
        OAuthTokens tokens = tokens(response, subdomain)
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
    private int status(Response response) {
        if (response.getStatus() >= 500 || response.getStatus() == 429) {
            throw new Outage(
                    ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's token endpoint answered " + response.getStatus());
        }
        if (response.getStatus() == 401) {
            secrets.forget(settings.clientSecret());
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint does not know hackajob's OAuth client");
        }
        return response.getStatus();
    }

    private Optional<OAuthTokens> tokens(Response response, Subdomain subdomain) {
        JsonNode body = read(response);
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

    private JsonNode read(Response response) {
        try {
            return mapper.readTree(response.readEntity(byte[].class));
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
