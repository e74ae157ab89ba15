package com.hackajob.pinpoint.pinpoint;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;

/** A token endpoint (RFC 6749, section 3.2). */
@RegisterRestClient(configKey = "oauth")
@Path("")
interface OAuthTokenApi {

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Response redeem(
            @Url String address,
            @RestHeader("Authorization") String client,
            @RestForm("grant_type") String grantType,
            @RestForm("code") String code,
            @RestForm("redirect_uri") String redirectUri,
            @RestForm("code_verifier") String verifier);

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Response refresh(
            @Url String address,
            @RestHeader("Authorization") String client,
            @RestForm("grant_type") String grantType,
            @RestForm("refresh_token") String refreshToken);
}
