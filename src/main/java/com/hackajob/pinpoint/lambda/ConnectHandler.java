package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.CompleteAuthorization;
import com.hackajob.pinpoint.connection.CompleteConnection;
import com.hackajob.pinpoint.connection.ConnectOutcome;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.Credential.ApiKey;
import com.hackajob.pinpoint.connection.FinishConnecting;
import com.hackajob.pinpoint.connection.FinishConnecting.Finished;
import com.hackajob.pinpoint.connection.FinishConnecting.Return;
import com.hackajob.pinpoint.connection.OAuthServer.AuthorizationCode;
import com.hackajob.pinpoint.connection.Permission;
import com.hackajob.pinpoint.connection.SetWebhookSecret;
import com.hackajob.pinpoint.connection.StartAuthorization;
import com.hackajob.pinpoint.connection.StartAuthorization.Outcome.NotStarted;
import com.hackajob.pinpoint.connection.StartAuthorization.Outcome.Redirect;
import com.hackajob.pinpoint.connection.Subdomain;
import com.hackajob.pinpoint.lambda.ConnectTrial.How;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The hosted page on which a Pinpoint administrator connects: the session in the path is all that identifies the caller. */
@Named("connect")
@Singleton
final class ConnectHandler implements RequestHandler<ApiRequest, ApiResponse> {

    private static final int LONGEST_SECRET = 512;

    private final Api api;
    private final ConnectSteps steps;
    private final CompleteConnection completeConnection;
    private final StartAuthorization startAuthorization;
    private final CompleteAuthorization completeAuthorization;
    private final SetWebhookSecret setWebhookSecret;
    private final FinishConnecting finishConnecting;

    ConnectHandler(
            Api api,
            ConnectSteps steps,
            CompleteConnection completeConnection,
            StartAuthorization startAuthorization,
            CompleteAuthorization completeAuthorization,
            SetWebhookSecret setWebhookSecret,
            FinishConnecting finishConnecting) {
        this.api = api;
        this.steps = steps;
        this.completeConnection = completeConnection;
        this.startAuthorization = startAuthorization;
        this.completeAuthorization = completeAuthorization;
        this.setWebhookSecret = setWebhookSecret;
        this.finishConnecting = finishConnecting;
    }

    @Override
    public ApiResponse handleRequest(ApiRequest request, Context context) {
        return api.handle(request, context, this::route, this::problem).with("Referrer-Policy", "no-referrer");
    }

    private ApiResponse route(Call call) {
        return switch (call.route()) {
            case "GET /connect/{session}" -> steps.show(session(call));
            case "POST /connect/{session}" -> submit(call);
            case "GET /connect/{session}/oauth" -> startAuthorization(call);
            case "GET /oauth/callback" -> completeAuthorization(call);
            default -> api.noSuchRoute();
        };
    }

    /** What went wrong is shown on the step where it did, with what was typed, as long as there is one to show. */
    private ApiResponse problem(Call call, Problem problem) {
        return problem(call, problem, List.of());
    }

    private ApiResponse problem(Call call, ErrorCode code, List<Permission> permissions) {
        return problem(call, api.describe(code, Optional.empty()), permissions);
    }

    private ApiResponse problem(Call call, Problem problem, List<Permission> permissions) {
        return steps.show(link(call), new ConnectTrial(how(call), problem, typed(call), permissions));
    }

    private static How how(Call call) {
        return switch (call.route()) {
            case "GET /connect/{session}/oauth" -> How.SIGN_IN;
            case "GET /oauth/callback" ->
                call.query("error").filter("access_denied"::equals).isPresent() ? How.DECLINED : How.SIGN_IN;
            default -> How.FORM;
        };
    }

    private ApiResponse submit(Call call) {
        Form form = call.form();
        return switch (form.text("action").orElse("connect")) {
            case "connect" -> connectWithApiKey(call, form);
            case "secret" -> storeWebhookSecret(call, form);
            case "finish" -> finish(call);
            default -> throw new InvalidRequest("action");
        };
    }

    private ApiResponse connectWithApiKey(Call call, Form form) {
        var key = new ApiKey(subdomain(form.text("subdomain")), printable("apiKey", form));
        boolean confirmed = form.text("confirm").filter("true"::equals).isPresent();
        return answer(call, completeConnection.complete(session(call).hash(), key, confirmed));
    }

    private ApiResponse storeWebhookSecret(Call call, Form form) {
        return answer(call, setWebhookSecret.set(session(call), printable("webhookSecret", form)));
    }

    // A key goes into a header, and both are long random words: printable ASCII, or it can't be one.
    private static String printable(String field, Form form) {
        return form.text(field)
                .filter(text -> text.length() <= LONGEST_SECRET)
                .filter(text -> text.chars().allMatch(letter -> letter > ' ' && letter < 127))
                .orElseThrow(() -> new InvalidRequest(field));
    }

    private static Subdomain subdomain(Optional<String> typed) {
        return typed.flatMap(Subdomain::parse).orElseThrow(() -> new InvalidRequest("subdomain"));
    }

    private ApiResponse finish(Call call) {
        return finishConnecting
                .finish(session(call))
                .map(finished -> finished(finished))
                .orElseGet(() -> problem(call, ErrorCode.SESSION_EXPIRED, List.of()));
    }

    private ApiResponse finished(Finished finished) {
        return finished.way().map(ConnectHandler::backTo).orElseGet(steps::done);
    }

    private static ApiResponse backTo(Return way) {
        String join = way.url().getRawQuery() == null ? "?" : "&";
        return ApiResponse.seeOther(way.url() + join + "code=" + way.code().value());
    }

    private ApiResponse startAuthorization(Call call) {
        return isFromOurPage(call) ? authorize(call) : problem(call, ErrorCode.OAUTH_REFUSED, List.of());
    }

    /**
     * Whether the button on our page was pressed. Pinpoint may ask an administrator only once: a stranger's link straight to
     * here would then, by being followed, open the administrator's account to the stranger's company. Browsers tell where
     * a request comes from (Fetch Metadata, in all of them since 2023); older ones are let through.
     */
    private static boolean isFromOurPage(Call call) {
        return call.header("sec-fetch-site")
                .filter(site -> !site.equals("same-origin"))
                .isEmpty();
    }

    private ApiResponse authorize(Call call) {
        SecretToken session = session(call);
        Subdomain subdomain = subdomain(call.query("subdomain"));
        boolean confirmed = call.query("confirm").filter("true"::equals).isPresent();
        return switch (startAuthorization.start(session, subdomain, confirmed)) {
            case Redirect(var to, var browser) ->
                ApiResponse.empty(302)
                        .with("Location", to.toString())
                        .withCookie(new ConnectCookie(browser, session, subdomain).set());
            case NotStarted(var code) -> problem(call, code, List.of());
        };
    }

    private ApiResponse completeAuthorization(Call call) {
        var callback = new CompleteAuthorization.Callback(
                Call.parsed("state", call.query("state"), SecretToken::new),
                ConnectCookie.in(call).map(ConnectCookie::browser),
                call.query("code").map(AuthorizationCode::new),
                call.query("iss"),
                call.query("error"));
        return answer(call, completeAuthorization.complete(callback)).withCookie(ConnectCookie.CLEAR);
    }

    private ApiResponse answer(Call call, ConnectOutcome outcome) {
        return switch (outcome) {
            case Connected(var _, var next) -> ApiResponse.seeOther(Addresses.connectPath(next));
            case NotConnected(var code, var permissions) -> problem(call, code, permissions);
        };
    }

    private static SecretToken session(Call call) {
        return call.path("session", SecretToken::new);
    }

    /** The link that this is about: in the path, or, when Pinpoint sends the browser back, in the cookie. */
    private static Optional<SecretToken> link(Call call) {
        return call.optionalPath("session").map(SecretToken::new).or(() -> ConnectCookie.in(call)
                .map(ConnectCookie::session));
    }

    private static Optional<String> typed(Call call) {
        return call.formIfReadable()
                .text("subdomain")
                .or(() -> call.query("subdomain"))
                .or(() ->
                        ConnectCookie.in(call).map(cookie -> cookie.subdomain().value()));
    }
}
