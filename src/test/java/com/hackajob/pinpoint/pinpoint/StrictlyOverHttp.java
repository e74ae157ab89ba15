package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.NoTelemetry;
import com.hackajob.pinpoint.ServiceSecrets;
import com.hackajob.pinpoint.connection.OAuthServer;
import com.hackajob.pinpoint.http.HttpAnswer;
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
            String server, String id, String secret, String publicUrl, Answers answers, InstantSource clock) {
        var settings = new OAuthSettings(
                Optional.of(server + "/oauth/authorize"),
                Optional.of(server + "/oauth/token"),
                Optional.of(id),
                Optional.of("the-client-secret"),
                Optional.of(publicUrl),
                Optional.of(server),
                Optional.empty());
        TokenEndpoint endpoint = (address, client, form) -> answer(answers.answer(address.toString(), client, form));
        return new HttpOAuthServer(settings, endpoint, always(secret), MAPPER, new NoTelemetry(), clock);
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

    private static HttpAnswer answer(Answers.Answer answer) {
        return new HttpAnswer(answer.status(), Optional.empty(), answer.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Who answers at whatever address a code is presented. */
    public interface Answers {

        /** @param client the header {@code Authorization} */
        Answer answer(String address, String client, Map<String, String> form);

        record Answer(int status, String json) {}
    }
}
