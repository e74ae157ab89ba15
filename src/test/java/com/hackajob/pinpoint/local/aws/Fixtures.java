package com.hackajob.pinpoint.local.aws;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The small template of these tests, and where its servers listen. */
final class Fixtures {

    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    static final URI SQS = URI.create("http://127.0.0.1:9324");
    static final URI API = URI.create("http://127.0.0.1:8600");
    static final String ISSUER = "https://issuer.example.com";

    private Fixtures() {}

    static Template aTemplate() {
        return aTemplateWith(Map.of());
    }

    static Template aTemplateWith(Map<String, String> parameters) {
        var all = new TreeMap<>(Map.of("Issuer", ISSUER));
        all.putAll(parameters);
        return Template.read(Path.of("src/test/resources/local/template.yaml"), all, new Endpoints(SQS, API));
    }
}
