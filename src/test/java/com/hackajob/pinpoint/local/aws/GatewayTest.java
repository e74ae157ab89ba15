package com.hackajob.pinpoint.local.aws;

import static com.hackajob.pinpoint.local.aws.Fixtures.LOOPBACK;
import static com.hackajob.pinpoint.local.aws.Fixtures.aTemplateWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.StandingClock;
import com.hackajob.pinpoint.local.aws.InvocationResult.Failed;
import com.hackajob.pinpoint.local.aws.InvocationResult.Returned;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private static final String ORIGIN = "https://app.example.com";

    private final StandingClock clock = new StandingClock("2026-03-01T09:00:00Z");
    private final IdentityProvider identity = IdentityProvider.start(LOOPBACK, 0, "the-api", clock);
    private final List<JsonNode> events = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token = identity.token("user-1", "company-1", "master", Duration.ofMinutes(5));
    private InvocationResult answer = json("{'statusCode':200}");
    private final CountDownLatch released = new CountDownLatch(1);
    private final Gateway gateway = Gateway.bind(LOOPBACK, 0, clock, Duration.ofMillis(500))
            .serve(aTemplateWith(Map.of("Issuer", identity.issuer().toString())).api(), this::invoke);

    @AfterEach
    void stop() {
        released.countDown();
        gateway.close();
        identity.close();
    }

    @Test
    void tells_the_function_a_request_as_an_http_api_does() throws Exception {
        send(
                request("PUT", "/v1/jobs/a%2Fb%20c/mapping?stage=1&stage=2&name=J%C3%B6rg")
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"7\"")
                        .header("Cookie", "a=1; b=2")
                        .header("X-Twice", "one")
                        .header("X-Twice", "two"),
                "{\"x\":1}");

        var event = events.getFirst();
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("PUT /v1/jobs/{jobId}/mapping");
        assertThat(event.path("rawPath").asText()).isEqualTo("/v1/jobs/a/b c/mapping");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("stage=1&stage=2&name=J%C3%B6rg");
        assertThat(event.path("queryStringParameters")).isEqualTo(tree("{'name':'Jörg','stage':'1,2'}"));
        assertThat(event.path("pathParameters")).isEqualTo(tree("{'jobId':'a/b c'}"));
        assertThat(event.path("cookies")).isEqualTo(tree("['a=1','b=2']"));
        assertThat(event.path("headers").path("if-match").asText()).isEqualTo("\"7\"");
        assertThat(event.path("headers").path("x-twice").asText()).isEqualTo("one,two");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("body").asText()).isEqualTo("{\"x\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void tells_the_function_who_calls() throws Exception {
        send(request("GET", "/v1/jobs/1/mapping"), "");
        var context = events.getFirst().path("requestContext");
        assertThat(context.path("http").path("method").asText()).isEqualTo("GET");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("timeEpoch").asLong()).isEqualTo(clock.millis());
        assertThat(context.path("time").asText()).isEqualTo("01/Mar/2026:09:00:00 +0000");
        var claims = context.path("authorizer").path("jwt").path("claims");
        assertThat(claims.path("sub").asText()).isEqualTo("user-1");
        assertThat(claims.path("company_id").asText()).isEqualTo("company-1");
        assertThat(claims.path("role").asText()).isEqualTo("master");
        assertThat(claims.path("exp").isTextual()).isTrue();
    }

    @Test
    void encodes_bodies_that_are_no_text() throws Exception {
        send(request("PUT", "/v1/jobs/1/mapping").header("Content-Type", "application/pdf"), "%PDF");
        assertThat(events.getFirst().path("body").asText()).isEqualTo("JVBERg==");
        assertThat(events.getFirst().path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void prefers_the_literal_route_and_leaves_out_what_a_request_does_not_have() throws Exception {
        send(request("GET", "/v1/jobs/all/mapping"), "");
        var event = events.getFirst();
        assertThat(event.path("routeKey").asText()).isEqualTo("GET /v1/jobs/all/mapping");
        assertThat(event.has("pathParameters")).isFalse();
        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.has("cookies")).isFalse();
        assertThat(event.has("body")).isFalse();
    }

    @Test
    void lets_anybody_call_a_public_route() throws Exception {
        var reply = http.send(HttpRequest.newBuilder(url("/public/abc")).build(), BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(events.getFirst().path("routeKey").asText()).isEqualTo("ANY /public/{token}");
        assertThat(events.getFirst().path("requestContext").has("authorizer")).isFalse();
    }

    @Test
    void answers_with_what_the_function_returned() throws Exception {
        answer = json("{'statusCode':409,'headers':{'Content-Type':'application/problem+json','ETag':'\\\\'8\\\\''},"
                + "'cookies':['a=1; Secure','b=2'],'body':'eyJ4IjoxfQ==','isBase64Encoded':true}");
        var reply = send(request("GET", "/v1/jobs/1/mapping"), "");
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(reply.headers().allValues("set-cookie")).containsExactly("a=1; Secure", "b=2");
        assertThat(reply.body()).isEqualTo("{\"x\":1}");
    }

    @Test
    void answers_200_with_whatever_has_no_status() throws Exception {
        answer = json("{'jobs':[]}");
        var reply = send(request("GET", "/v1/jobs/1/mapping"), "");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"jobs\":[]}");
        assertThat(reply.headers().firstValue("content-type")).contains("application/json");
    }

    @Test
    void refuses_requests_without_a_token_it_can_trust() throws Exception {
        var fresh = Duration.ofMinutes(5);
        assertUnauthorized(HttpRequest.newBuilder(url("/v1/jobs/1/mapping")));
        assertUnauthorized(withToken("nonsense"));
        assertUnauthorized(withToken(
                identity.sign(identity.claims(fresh).issuer("https://other").build())));
        assertUnauthorized(
                withToken(identity.sign(identity.claims(fresh).audience("other").build())));
        assertUnauthorized(withToken(identity.token("user-1", "company-1", "master", Duration.ofSeconds(-1))));
        try (var forger = IdentityProvider.start(LOOPBACK, 0, "the-api", clock)) {
            var issuer = identity.issuer().toString();
            assertUnauthorized(
                    withToken(forger.sign(identity.claims(fresh).issuer(issuer).build())));
        }
        clock.pass(fresh);
        assertUnauthorized(withToken(token));
        assertThat(events).isEmpty();
    }

    @Test
    void knows_no_other_routes() throws Exception {
        assertMessage(send(request("GET", "/v1/jobs/1"), ""), 404, "Not Found");
        assertMessage(send(request("DELETE", "/v1/jobs/1/mapping"), ""), 404, "Not Found");
    }

    @Test
    void refuses_more_than_10_megabytes() throws Exception {
        var reply = send(request("PUT", "/v1/jobs/1/mapping"), "x".repeat(ApiRequest.BODY_LIMIT + 1));
        assertMessage(reply, 413, "Request Entity Too Large");
    }

    @Test
    void hides_why_a_function_failed() throws Exception {
        answer = new Failed("java.lang.IllegalStateException", "the secret is …");
        assertMessage(send(request("GET", "/v1/jobs/1/mapping"), ""), 500, "Internal Server Error");
    }

    @Test
    void gives_up_on_a_function_that_takes_too_long() throws Exception {
        answer = new Failed("slow", "slow");
        assertMessage(send(request("GET", "/v1/jobs/slow/mapping"), ""), 503, "Service Unavailable");
    }

    @Test
    void answers_preflights_by_itself() throws Exception {
        var reply = http.send(
                HttpRequest.newBuilder(url("/v1/jobs/1/mapping"))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", ORIGIN)
                        .header("Access-Control-Request-Method", "PUT")
                        .build(),
                BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(204);
        assertThat(reply.headers().firstValue("access-control-allow-origin")).contains(ORIGIN);
        assertThat(reply.headers().firstValue("access-control-allow-methods")).contains("GET,PUT");
        assertThat(reply.headers().firstValue("access-control-allow-headers")).contains("authorization,if-match");
        assertThat(events).isEmpty();
    }

    @Test
    void shows_somebody_what_it_is_asked_and_answers() throws Exception {
        List<Exchange> seen = new CopyOnWriteArrayList<>();
        gateway.watchedBy(seen::add);
        answer = json("{'statusCode':412,'headers':{'ETag':'7'},'body':'no'}");

        send(request("PUT", "/v1/jobs/a%2Fb/mapping?x=1").header("If-Match", "6"), "{}");

        assertThat(seen).singleElement().satisfies(exchange -> {
            assertThat(exchange.request().path()).isEqualTo("/v1/jobs/a%2Fb/mapping");
            assertThat(exchange.request().query()).isEqualTo("x=1");
            assertThat(exchange.request().headers()).containsEntry("if-match", "6");
            assertThat(exchange.answer().status()).isEqualTo(412);
            assertThat(exchange.answer().headers()).containsEntry("etag", List.of("7"));
            assertThat(exchange.answer().body()).asString().isEqualTo("no");
        });
    }

    @Test
    void exposes_headers_to_the_frontends_origin_only() throws Exception {
        var own = send(request("GET", "/v1/jobs/1/mapping").header("Origin", ORIGIN), "");
        assertThat(own.headers().firstValue("access-control-expose-headers")).contains("etag");
        var other = send(request("GET", "/v1/jobs/1/mapping").header("Origin", "https://evil.example.com"), "");
        assertThat(other.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    private InvocationResult invoke(String function, byte[] event) {
        assertThat(function).isEqualTo("echo");
        events.add(Json.read(event));
        if (answer instanceof Failed failed && failed.errorType().equals("slow")) {
            awaitRelease();
        }
        return answer;
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertUnauthorized(HttpRequest.Builder request) throws Exception {
        assertMessage(http.send(request.build(), BodyHandlers.ofString()), 401, "Unauthorized");
    }

    private static void assertMessage(HttpResponse<String> reply, int status, String message) {
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo("{\"message\":\"" + message + "\"}");
    }

    private HttpRequest.Builder withToken(String jwt) {
        return HttpRequest.newBuilder(url("/v1/jobs/1/mapping")).header("Authorization", "Bearer " + jwt);
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String body)
            throws IOException, InterruptedException {
        var method = request.build().method();
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return http.send(request.method(method, publisher).build(), BodyHandlers.ofString());
    }

    private URI url(String path) {
        return URI.create(gateway.baseUrl() + path);
    }

    private static Returned json(String text) {
        return new Returned(text.replace("\\\\'", "\\\"").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode tree(String text) {
        return Json.read(json(text).payload());
    }
}
