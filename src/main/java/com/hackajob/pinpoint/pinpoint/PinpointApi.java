package com.hackajob.pinpoint.pinpoint;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Pinpoint's JSON:API. Bodies go as bytes, since nothing here knows {@code application/vnd.api+json}; updates are PUT and
 * there is no PATCH. The vendor header is asked of third parties by Pinpoint's documentation index.
 */
@RegisterRestClient(configKey = "pinpoint")
@Path("/api/v1")
@Produces(PinpointApi.JSON_API)
@Consumes(PinpointApi.JSON_API)
@ClientHeaderParam(name = "x-vendor-name", value = "hackajob")
interface PinpointApi {

    String JSON_API = "application/vnd.api+json";

    @GET
    @Path("/{collection}")
    Response list(
            @Url String account,
            @RestHeader("X-API-KEY") @Nullable String key,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestPath String collection,
            @RestQuery Map<String, String> query);

    @GET
    @Path("/{collection}/{id}")
    Response read(
            @Url String account,
            @RestHeader("X-API-KEY") @Nullable String key,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestPath String collection,
            @RestPath String id,
            @RestQuery Map<String, String> query);

    @POST
    @Path("/{collection}")
    Response create(
            @Url String account,
            @RestHeader("X-API-KEY") @Nullable String key,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestPath String collection,
            @RestHeader("Content-Length") long length,
            InputStream body);

    @PUT
    @Path("/{collection}/{id}")
    Response update(
            @Url String account,
            @RestHeader("X-API-KEY") @Nullable String key,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestPath String collection,
            @RestPath String id,
            @RestHeader("Content-Length") long length,
            InputStream body);
}
