package com.hackajob.pinpoint.attack;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** A user of hackajob's frontend, with a token that API Gateway has verified. */
record HackajobUser(World world, String company, String name, String role) {

    /** The path of a fresh link that is to return to hackajob. */
    String link() {
        return path(start("{\"returnUrl\":\"" + World.RETURN_URL + "\"}"));
    }

    /** Of a link for a company that is connected already. */
    String linkToReconnect() {
        return path(start("{\"reconnect\":true,\"returnUrl\":\"" + World.RETURN_URL + "\"}"));
    }

    String linkForWebhook() {
        return path(start("{\"webhook\":true,\"returnUrl\":\"" + World.RETURN_URL + "\"}"));
    }

    String shareableLink() {
        return path(start("{\"shareable\":true}"));
    }

    static String path(Reply session) {
        return session.succeeded().field("url").substring(World.PUBLIC_URL.length());
    }

    Reply start(String body) {
        return call("POST", "/v1/connection/sessions", body);
    }

    Reply revoke(String sessionId) {
        return call("DELETE", "/v1/connection/sessions/" + sessionId, "");
    }

    Reply exchange(String code) {
        return call("POST", "/v1/connection/results", "{\"code\":\"" + code + "\"}");
    }

    Reply disconnect() {
        return call("DELETE", "/v1/connection", "");
    }

    Reply call(String method, String target, String body) {
        return call(method, target, body, Map.of());
    }

    Reply call(String method, String target, String body, Map<String, String> headers) {
        return world.send(method, target, body, headers, List.of(), claims());
    }

    private Map<String, String> claims() {
        return Map.of("company_id", company, "sub", name, "role", role);
    }

    HackajobUser as(String otherRole) {
        return new HackajobUser(world, company, name, otherRole);
    }

    HackajobUser colleague() {
        return new HackajobUser(world, company, "colleague", role);
    }

    /** The code that is on the address to which a browser was sent in the end. */
    static String code(Reply finished) {
        return Params.parse(URI.create(finished.location()).getRawQuery()).get("code");
    }
}
