package com.hackajob.bench;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Pinpoint's API. */
@RegisterRestClient(configKey = "pinpoint")
@Path("/api/v1")
public interface PinpointClient {

    @GET
    @Path("/jobs")
    JsonNode jobs(@HeaderParam("X-API-KEY") String key);
}
