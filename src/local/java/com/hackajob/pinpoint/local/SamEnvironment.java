package com.hackajob.pinpoint.local;

import com.hackajob.pinpoint.local.aws.FunctionDefinition;
import com.hackajob.pinpoint.local.aws.Template;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code sam local invoke --env-vars} has to give the functions, by their logical ids, so that they find the
 * local cloud from inside a container. SAM takes no variable that the template does not name, so the template names
 * some for this alone.
 */
final class SamEnvironment {

    /** This machine, as containers call it. */
    private static final String HOST = "host.docker.internal";

    /**
     * Addresses that a browser opens, or that have to agree with what others say to the letter: they stay as they
     * are.
     */
    private static final Set<String> AS_THEY_ARE =
            Set.of("PUBLIC_URL", "RETURN_URLS", "OAUTH_AUTHORIZE_URL", "OAUTH_ISSUER");

    private final Map<String, String> services;

    /** @param endpoints where everything listens, by name */
    SamEnvironment(Map<String, URI> endpoints) {
        services = Map.of(
                "QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", endpoints.get("dynamodb").toString(),
                "QUARKUS_SQS_ENDPOINT_OVERRIDE", endpoints.get("sqs").toString(),
                "QUARKUS_SECRETSMANAGER_ENDPOINT_OVERRIDE",
                        endpoints.get("secretsmanager").toString());
    }

    Map<String, Map<String, String>> of(Template template) {
        var environments = new TreeMap<String, Map<String, String>>();
        template.functions().forEach(function -> environments.put(function.logicalId(), of(function)));
        return environments;
    }

    Map<String, String> of(FunctionDefinition function) {
        var environment = new TreeMap<>(function.environment());
        environment.putAll(services);
        environment.replaceAll((name, value) -> AS_THEY_ARE.contains(name) ? value : seenFromInside(value));
        return environment;
    }

    private static String seenFromInside(String value) {
        return value.replace("//127.0.0.1:", "//" + HOST + ":");
    }
}
