package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.connection.ConnectionId;
import com.hackajob.pinpoint.connection.ReceiveWebhook;
import com.hackajob.pinpoint.connection.ReceiveWebhook.Outcome;
import com.hackajob.pinpoint.lambda.WebhookBody.Content;
import com.hackajob.pinpoint.stagesync.Hints;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes Pinpoint's webhooks: whoever can't prove to be Pinpoint is refused, and what came is a hint for the company's worker. */
@Named("webhook")
@Singleton
final class WebhookHandler implements RequestHandler<ApiRequest, ApiResponse> {

    /** Documented in this spelling; API Gateway writes headers in lower case. */
    private static final String SIGNATURE = "pinpoint-hmac-sha256";

    private static final int LARGEST = 65_536;

    private static final Logger LOG = Logger.getLogger(WebhookHandler.class);

    private final Api api;
    private final ReceiveWebhook receiveWebhook;
    private final WebhookBody webhookBody;
    private final Hints hints;
    private final InstantSource clock;

    WebhookHandler(Api api, ReceiveWebhook receiveWebhook, WebhookBody webhookBody, Hints hints, InstantSource clock) {
        this.api = api;
        this.receiveWebhook = receiveWebhook;
        this.webhookBody = webhookBody;
        this.hints = hints;
        this.clock = clock;
    }

    @Override
    public ApiResponse handleRequest(ApiRequest request, Context context) {
        return api.handle(request, context, call -> switch (call.route()) {
            case "POST /webhooks/pinpoint/{connectionId}" -> receive(call);
            default -> api.noSuchRoute();
        });
    }

    private ApiResponse receive(Call call) {
        var body = call.rawBody();
        if (body.size() > LARGEST) {
            return ApiResponse.empty(413);
        }
        Optional<ConnectionId> connection = call.optionalPath("connectionId").flatMap(ConnectionId::parse);
        Outcome outcome = connection.map(id -> receive(id, body, call)).orElse(Outcome.UNKNOWN);
        if (outcome == Outcome.VERIFIED) {
            pass(connection.orElseThrow(), webhookBody.read(body));
        }
        return ApiResponse.empty(status(outcome));
    }

    /** What can't be passed on now is not acknowledged: Pinpoint sends it again. */
    private void pass(ConnectionId connection, Content content) {
        switch (content) {
            case WebhookBody.Hint(var application) -> hints.look(connection.company(), application, clock.instant());
            case WebhookBody.Nothing(var why) ->
                LOG.infof("%s: a webhook %s is ignored", connection.company().value(), why);
        }
    }

    private Outcome receive(ConnectionId id, Bytes body, Call call) {
        Outcome outcome = receiveWebhook.receive(id, body, call.header(SIGNATURE));
        if (outcome == Outcome.VERIFIED) {
            api.concerns(id.company()); // before, anybody could have written it
        }
        return outcome;
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
