package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.connection.ConnectionId;
import com.hackajob.pinpoint.connection.ReceiveWebhook;
import com.hackajob.pinpoint.connection.ReceiveWebhook.Outcome;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Takes Pinpoint's webhooks: whoever can't prove to be Pinpoint is refused, and nothing is believed but that it came. */
@Named("webhook")
@Singleton
final class WebhookHandler implements RequestHandler<ApiRequest, ApiResponse> {

    /** Documented in this spelling; API Gateway writes headers in lower case. */
    private static final String SIGNATURE = "pinpoint-hmac-sha256";

    private static final int LARGEST = 65_536;

    private final Api api;
    private final ReceiveWebhook receiveWebhook;

    WebhookHandler(Api api, ReceiveWebhook receiveWebhook) {
        this.api = api;
        this.receiveWebhook = receiveWebhook;
    }

    @Override
    public ApiResponse handleRequest(ApiRequest request, Context context) {
        return api.handle(request, call -> switch (call.route()) {
            case "POST /webhooks/pinpoint/{connectionId}" -> receive(call);
            default -> api.noSuchRoute();
        });
    }

    private ApiResponse receive(Call call) {
        var body = call.rawBody();
        if (body.size() > LARGEST) {
            return ApiResponse.empty(413);
        }
        Outcome outcome = call.optionalPath("connectionId")
                .flatMap(ConnectionId::parse)
                .map(id -> receiveWebhook.receive(id, body, call.header(SIGNATURE)))
                .orElse(Outcome.UNKNOWN);
        return ApiResponse.empty(status(outcome));
    }

    private static int status(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> 200;
            case NOT_SIGNED -> 401;
            case UNKNOWN -> 404;
            case DISCONNECTED -> 410;
        };
    }
}
