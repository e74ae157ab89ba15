package com.hackajob.bench;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The company's jobs in Pinpoint. */
@ApplicationScoped
public class CatalogueService {

    @Inject
    SecretsManagerClient secrets;

    @RestClient
    PinpointClient pinpoint;

    public JsonNode jobs(String company) {
        return pinpoint.jobs(secrets.getSecretValue(secret -> secret.secretId("pinpoint/" + company))
                .secretString());
    }
}
