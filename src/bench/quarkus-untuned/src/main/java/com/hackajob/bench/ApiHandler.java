package com.hackajob.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** The API, by route. */
public class ApiHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Logger LOG = Logger.getLogger(ApiHandler.class);

    @Inject
    MappingRepository mappings;

    @Inject
    CatalogueService catalogue;

    @Inject
    WebhookService webhooks;

    @Inject
    ObjectMapper mapper;

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        LOG.infof("%s for %s", event.getRouteKey(), company(event));
        return switch (event.getRouteKey()) {
            case "GET /v1/jobs/{jobId}/mapping" -> mapping(event);
            case "GET /v1/pinpoint/jobs" -> json(200, catalogue.jobs(company(event)));
            case "POST /webhooks/pinpoint/{connectionId}" -> {
                webhooks.enqueue(event.getBody());
                yield json(200, Map.of());
            }
            default -> json(404, Map.of("message", "Not Found"));
        };
    }

    private APIGatewayV2HTTPResponse mapping(APIGatewayV2HTTPEvent event) {
        return mappings.find(company(event), event.getPathParameters().get("jobId"))
                .map(found -> json(200, found.mapping(), Map.of("ETag", '"' + found.version() + '"')))
                .orElseGet(() -> json(404, Map.of("message", "Not Found")));
    }

    private static String company(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer =
                event.getRequestContext().getAuthorizer();
        return authorizer == null ? "nobody" : authorizer.getJwt().getClaims().get("company_id");
    }

    private APIGatewayV2HTTPResponse json(int status, Object body) {
        return json(status, body, Map.of());
    }

    private APIGatewayV2HTTPResponse json(int status, Object body, Map<String, String> headers) {
        try {
            Map<String, String> all = new HashMap<>(headers);
            all.put("Content-Type", "application/json");
            all.put("Cache-Control", "no-store");
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(status)
                    .withHeaders(all)
                    .withBody(mapper.writeValueAsString(body))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
