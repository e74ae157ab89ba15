package com.hackajob.pinpoint.hackajob;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** hackajob's platform API; its contract is {@code infra/contracts/hackajob-platform.yaml}. */
@RegisterRestClient(configKey = "hackajob")
@Produces(MediaType.APPLICATION_JSON)
@Path("/companies/{company}")
interface PlatformApi {

    /** The trace of X-Ray that the call is part of. */
    String TRACE = "X-Amzn-Trace-Id";

    @GET
    Response company(
            @RestHeader("Authorization") String bearer,
            @RestHeader(TRACE) @Nullable String trace,
            @RestPath String company);

    @GET
    @Path("/jobs/{job}")
    Response job(
            @RestHeader("Authorization") String bearer,
            @RestHeader(TRACE) @Nullable String trace,
            @RestPath String company,
            @RestPath String job);

    @GET
    @Path("/jobs/{job}/candidates/{candidate}")
    Response candidate(
            @RestHeader("Authorization") String bearer,
            @RestHeader(TRACE) @Nullable String trace,
            @RestPath String company,
            @RestPath String job,
            @RestPath String candidate);
}
