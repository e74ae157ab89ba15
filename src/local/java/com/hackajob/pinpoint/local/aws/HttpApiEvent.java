package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A request as API Gateway's HTTP API tells it to a function (payload format 2.0). */
record HttpApiEvent(
        ApiRequest request, RouteMatch match, Optional<Map<String, String>> claims, String requestId, Instant time) {

    private static final DateTimeFormatter COMMON_LOG = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern TEXT =
            Pattern.compile("(text/.*|application/(json|xml|javascript)|application/.*\\+json)(;.*)?");

    JsonNode json() {
        var event = Json.object()
                .put("version", "2.0")
                .put("routeKey", match.route().key())
                .put("rawPath", path())
                .put("rawQueryString", request.rawQuery());
        putUnlessEmpty(event, "cookies", Json.of(request.cookies()));
        event.set("headers", Json.of(request.headers()));
        putUnlessEmpty(event, "queryStringParameters", Json.of(query()));
        event.set("requestContext", context());
        putUnlessEmpty(event, "pathParameters", Json.of(match.pathParameters()));
        putBody(event);
        return event;
    }

    private static void putUnlessEmpty(ObjectNode event, String field, JsonNode value) {
        if (!value.isEmpty()) {
            event.set(field, value);
        }
    }

    /** Despite its name, the raw path of an HTTP API comes percent-decoded. */
    private String path() {
        return PathPattern.decode(request.rawPath());
    }

    private Map<String, String> query() {
        var parameters = new TreeMap<String, String>();
        Arrays.stream(request.rawQuery().split("&"))
                .filter(pair -> !pair.isEmpty())
                .forEach(pair -> {
                    var parts = pair.split("=", 2);
                    parameters.merge(
                            decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]), (a, b) -> a + "," + b);
                });
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private ObjectNode context() {
        var host = request.header("host").orElse("localhost");
        var context = Json.object()
                .put("accountId", AwsAccount.LOCAL.id())
                .put("apiId", "local")
                .put("domainName", host)
                .put("domainPrefix", host.split("[.:]", 2)[0])
                .put("requestId", requestId)
                .put("routeKey", match.route().key())
                .put("stage", "$default")
                .put("time", COMMON_LOG.format(time))
                .put("timeEpoch", time.toEpochMilli());
        context.set("http", http());
        claims.ifPresent(values -> context.putObject("authorizer")
                .putObject("jwt")
                .putNull("scopes")
                .set("claims", Json.of(values)));
        return context;
    }

    private ObjectNode http() {
        return Json.object()
                .put("method", request.method())
                .put("path", path())
                .put("protocol", request.protocol())
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent").orElse(""));
    }

    private void putBody(ObjectNode event) {
        var body = request.body();
        var isText = TEXT.matcher(request.header("content-type").orElse("application/octet-stream"))
                .matches();
        if (body.length > 0) {
            event.put(
                    "body",
                    isText
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && !isText);
    }
}
