package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.NoTelemetry;
import com.hackajob.pinpoint.ServiceSecrets;
import com.hackajob.pinpoint.connection.OAuthServer;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The product's own OAuth client, with a token endpoint of the test's at the other end. */
public final class StrictlyOverHttp {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StrictlyOverHttp() {}

    /** @param server scheme and host of each account's authorization server, with {@code {subdomain}} */
    public static OAuthServer client(
            String server, String id, String secret, String publicUrl, TokenEndpoint endpoint, InstantSource clock) {
        var settings = new OAuthSettings(
                Optional.of(server + "/oauth/authorize"),
                Optional.of(server + "/oauth/token"),
                Optional.of(id),
                Optional.of("the-client-secret"),
                Optional.of(publicUrl),
                Optional.of(server),
                Optional.empty());
        return new HttpOAuthServer(settings, api(endpoint), always(secret), MAPPER, new NoTelemetry(), clock);
    }

    private static ServiceSecrets always(String secret) {
        return new ServiceSecrets() {
            @Override
            public String read(String name) {
                return secret;
            }

            @Override
            public void forget(String name) {}
        };
    }

    private static OAuthTokenApi api(TokenEndpoint endpoint) {
        return new OAuthTokenApi() {
            @Override
            public Response redeem(
                    String address, String client, String grant, String code, String redirect, String verifier) {
                return response(endpoint.answer(
                        address,
                        client,
                        Map.of(
                                "grant_type",
                                grant,
                                "code",
                                code,
                                "redirect_uri",
                                redirect,
                                "code_verifier",
                                verifier)));
            }

            @Override
            public Response refresh(String address, String client, String grant, String token) {
                return response(endpoint.answer(address, client, Map.of("grant_type", grant, "refresh_token", token)));
            }
        };
    }

    private static Response response(TokenEndpoint.Answer answer) {
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.json().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** Who answers at whatever address a code is presented. */
    public interface TokenEndpoint {

        /** @param client the header {@code Authorization} */
        Answer answer(String address, String client, Map<String, String> form);

        record Answer(int status, String json) {}
    }
}
