package com.hackajob.pinpoint.pinpoint;

import com.hackajob.pinpoint.http.HttpAnswer;
import com.hackajob.pinpoint.http.OutboundHttp;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** {@link TokenEndpoint} over HTTP. */
@Singleton
final class HttpTokenEndpoint implements TokenEndpoint {

    /** Asked again, a server may take the token for stolen: better wait for its answer. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Of an answer, in bytes. */
    private static final int LIMIT = 1024 * 1024;

    private final OutboundHttp http;

    HttpTokenEndpoint(OutboundHttp http) {
        this.http = http;
    }

    @Override
    public HttpAnswer ask(URI address, String client, Map<String, String> form) throws IOException {
        HttpPost request = new HttpPost(address);
        request.setHeader(HttpHeaders.AUTHORIZATION, client);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setEntity(new UrlEncodedFormEntity(
                form.entrySet().stream()
                        .map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
                        .toList(),
                StandardCharsets.UTF_8));
        return http.ask(request, LONGEST, LIMIT);
    }
}
