package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.Subdomain;
import java.util.Optional;

/**
 * What a browser keeps while it is at Pinpoint to authorise: what binds it to the start, and the link it came from with
 * the account that was named there, so that both can be shown again. None leaves the browser but to us.
 */
record ConnectCookie(SecretToken browser, SecretToken session, Subdomain subdomain) {

    /** The prefix makes browsers insist on Secure and Path=/, and refuse it from sub-domains. */
    private static final String NAME = "__Host-connect";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    static final String CLEAR = NAME + "=; Max-Age=0" + ATTRIBUTES;

    String set() {
        return NAME + "=" + browser.value() + "." + session.value() + "." + subdomain.value() + "; Max-Age=600"
                + ATTRIBUTES;
    }

    static Optional<ConnectCookie> in(Call call) {
        return call.cookie(NAME)
                .map(value -> value.split("\\.", -1))
                .filter(parts -> parts.length == 3)
                .flatMap(parts -> Subdomain.parse(parts[2])
                        .map(subdomain ->
                                new ConnectCookie(new SecretToken(parts[0]), new SecretToken(parts[1]), subdomain)));
    }

    @Override
    public String toString() {
        return "ConnectCookie[hidden]";
    }
}
