package com.hackajob.pinpoint.local;

import static java.util.Map.entry;

import com.hackajob.pinpoint.local.aws.AwsServices;
import com.hackajob.pinpoint.local.aws.Doorkeeper;
import com.hackajob.pinpoint.local.aws.Gateway;
import com.hackajob.pinpoint.local.aws.IdentityProvider;
import com.hackajob.pinpoint.local.aws.Template;
import com.hackajob.pinpoint.local.hackajob.HackajobSimulator;
import com.hackajob.pinpoint.local.pinpoint.PinpointSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Every server around the functions, listening but not yet connected by the template. */
record World(
        AwsServices aws,
        Doorkeeper doorkeeper,
        Gateway gateway,
        IdentityProvider identity,
        HackajobSimulator hackajob,
        PinpointSimulator pinpoint)
        implements AutoCloseable {

    private static final String AUDIENCE = "pinpoint-integration";

    static World start(LocalCloudOptions options) {
        var bind = options.bind();
        var ports = options.ports();
        var clock = options.clock();
        ports.requireFree(bind);
        return new World(
                AwsServices.start(bind, ports.aws(), clock),
                new Doorkeeper(bind),
                Gateway.bind(bind, ports.gateway(), clock, Gateway.INTEGRATION_TIMEOUT),
                IdentityProvider.start(bind, ports.identity(), AUDIENCE, clock),
                HackajobSimulator.start(bind, ports.hackajob(), clock),
                PinpointSimulator.start(bind, ports.pinpoint(), clock));
    }

    /** The template's parameters as they are here, those of the options first. */
    Map<String, String> parameters(Path template, Map<String, String> chosen) {
        var account = pinpoint.baseUrl() + "/{subdomain}";
        var parameters = new TreeMap<>(Map.ofEntries(
                entry("PublicUrl", gateway.baseUrl().toString()),
                entry("JwtIssuer", identity.issuer().toString()),
                entry("JwtAudience", AUDIENCE),
                entry("HackajobUrl", hackajob.baseUrl().toString()),
                entry("HackajobFileOrigins", hackajob.baseUrl().toString()),
                entry("ReturnUrls", hackajob.baseUrl() + "/settings/integrations/pinpoint"),
                entry("PinpointUrl", account),
                entry("PinpointFileOrigins", pinpoint.baseUrl().toString()),
                entry("OAuthAuthorizeUrl", account + "/oauth/authorize"),
                entry("OAuthTokenUrl", account + "/oauth/token"),
                entry("OAuthIssuer", account)));
        parameters.keySet().retainAll(Template.parameterNames(template));
        parameters.putAll(chosen);
        return parameters;
    }

    Map<String, URI> endpoints() {
        var endpoints = new LinkedHashMap<String, URI>();
        endpoints.put("gateway", gateway.baseUrl());
        endpoints.put("pinpoint", pinpoint.baseUrl());
        endpoints.put("hackajob", hackajob.baseUrl());
        endpoints.put("identity", identity.issuer());
        endpoints.put("dynamodb", aws.dynamoDb().baseUrl());
        endpoints.put("sqs", aws.sqs().baseUrl());
        endpoints.put("secretsmanager", aws.secretsManager().baseUrl());
        return endpoints;
    }

    @Override
    public void close() {
        gateway.close();
        doorkeeper.close();
        pinpoint.close();
        hackajob.close();
        identity.close();
        aws.close();
    }
}
