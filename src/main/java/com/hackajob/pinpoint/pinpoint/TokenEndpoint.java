package com.hackajob.pinpoint.pinpoint;

import com.hackajob.pinpoint.http.HttpAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A token endpoint (RFC 6749, section 3.2). */
interface TokenEndpoint {

    /**
     * @param client the header {@code Authorization}
     * @throws IOException when there is no answer
     */
    HttpAnswer ask(URI address, String client, Map<String, String> form) throws IOException;
}
