package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.ConnectSession;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.OAuthServer;
import com.hackajob.pinpoint.connection.Permission;
import com.hackajob.pinpoint.connection.Settings;
import com.hackajob.pinpoint.lambda.ConnectView.Account;
import com.hackajob.pinpoint.lambda.ConnectView.Asker;
import com.hackajob.pinpoint.lambda.ConnectView.End;
import com.hackajob.pinpoint.lambda.ConnectView.Mishap;
import com.hackajob.pinpoint.lambda.ConnectView.Source;
import com.hackajob.pinpoint.lambda.ConnectView.Tick;
import com.hackajob.pinpoint.lambda.ConnectView.Webhook;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows the step of the connect page that a link leads to, as it is now. Looking uses nothing up. */
@Singleton
final class ConnectSteps {

    /** The events that tell of applications and jobs, as Pinpoint's user interface names them. */
    private static final List<String> EVENTS = List.of(
            "Application stage changed",
            "Application moved",
            "Applicant hired",
            "Job created",
            "Job updated",
            "Job deleted");

    private final ConnectSessions sessions;
    private final Connections connections;
    private final OAuthServer oauth;
    private final ConnectPages pages;
    private final Api api;
    private final Addresses addresses;
    private final InstantSource clock;

    ConnectSteps(
            ConnectSessions sessions,
            Connections connections,
            OAuthServer oauth,
            ConnectPages pages,
            Api api,
            Addresses addresses,
            InstantSource clock) {
        this.sessions = sessions;
        this.connections = connections;
        this.oauth = oauth;
        this.pages = pages;
        this.api = api;
        this.addresses = addresses;
        this.clock = clock;
    }

    ApiResponse show(SecretToken link) {
        return find(link)
                .map(session -> page(200, session, view(link, session, Trial.NONE)))
                .orElseGet(() -> end(api.describe(ErrorCode.SESSION_EXPIRED, Optional.empty()), Optional.empty()));
    }

    /**
     * The step again, with what went wrong.
     *
     * @param link empty where the request named none
     * @param typed the subdomain that was typed
     */
    ApiResponse show(
            Optional<SecretToken> link, Problem problem, Optional<String> typed, List<Permission> permissions) {
        var trial = new Trial(Optional.of(problem), typed, permissions);
        Optional<ConnectSession> session = link.flatMap(this::find);
        return session.isPresent()
                ? page(problem.status(), session.get(), view(link.orElseThrow(), session.get(), trial))
                : end(problem, Optional.empty());
    }

    /** All is done and the browser goes nowhere. */
    ApiResponse done() {
        return page(
                200,
                new End(
                        "All done",
                        "The Pinpoint account is connected to hackajob. You can close this page.",
                        Optional.empty(),
                        Optional.empty()),
                Set.of());
    }

    private Optional<ConnectSession> find(SecretToken link) {
        return sessions.find(link.hash(), clock.instant());
    }

    private ConnectView view(SecretToken link, ConnectSession session, Trial trial) {
        Optional<Connection> connection = connections.usable(session.company());
        if (session.isFor(Step.ACCOUNT)) {
            return account(link, session, connection, trial);
        }
        return connection
                .map(found -> webhook(link, session, found, trial))
                .orElseGet(() -> ended(mishap(api.describe(ErrorCode.NOT_CONNECTED, Optional.empty()))));
    }

    private ConnectView account(
            SecretToken link, ConnectSession session, Optional<Connection> connection, Trial trial) {
        String path = Addresses.connectPath(link);
        Optional<String> connected = connection.map(found -> found.subdomain().value());
        return new Account(
                asker(session),
                path,
                oauth.origin().map(_ -> path + "/oauth"),
                trial.typed().or(() -> connected).orElse(""),
                connected,
                trial.problem()
                        .filter(problem -> problem.code().equals(ErrorCode.ALREADY_CONNECTED.code()))
                        .isPresent(),
                trial.problem().map(this::mishap),
                ticks(trial.permissions()),
                source(connection.map(Connection::settings).orElse(Settings.STANDARD)),
                session.returnUrl().map(URI::toString));
    }

    private ConnectView webhook(SecretToken link, ConnectSession session, Connection connection, Trial trial) {
        return new Webhook(
                asker(session),
                Addresses.connectPath(link),
                connection.subdomain().value(),
                ticks(connection.link().permissions()),
                source(connection.settings()),
                addresses.webhook(connection.id()),
                EVENTS,
                connection.webhook().isSecretKept(),
                connection.webhook().lastSeen(),
                trial.problem().map(this::mishap),
                session.returnUrl().isPresent());
    }

    private static Asker asker(ConnectSession session) {
        return new Asker(session.names().company(), session.names().user(), session.isShareable());
    }

    private static List<Tick> ticks(List<Permission> permissions) {
        return permissions.stream()
                .map(permission -> new Tick(
                        permission.name(),
                        Tick.State.valueOf(permission.state().name()),
                        ConnectionJson.remedy(permission)))
                .toList();
    }

    private static Source source(Settings settings) {
        return new Source(settings.channel(), settings.channelSource());
    }

    private Mishap mishap(Problem problem) {
        return new Mishap(
                problem.code(),
                problem.detail(),
                problem.remedy(),
                problem.field(),
                problem.help().map(URI::toString));
    }

    private ApiResponse end(Problem problem, Optional<String> again) {
        var view = new End("This did not work", problem.detail(), Optional.of(mishap(problem)), again);
        return page(problem.status(), view, Set.of());
    }

    private static ConnectView ended(Mishap mishap) {
        return new End("This did not work", mishap.detail(), Optional.of(mishap), Optional.empty());
    }

    private ApiResponse page(int status, ConnectSession session, ConnectView view) {
        Set<String> formTargets = new HashSet<>();
        oauth.origin().ifPresent(formTargets::add);
        session.returnUrl().map(ConnectSteps::origin).ifPresent(formTargets::add);
        return page(status, view, formTargets);
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private ApiResponse page(int status, ConnectView view, Set<String> formTargets) {
        ConnectPages.Page page = pages.render(view, formTargets);
        return ApiResponse.html(status, page.html()).with("Content-Security-Policy", page.contentSecurityPolicy());
    }

    /** What was tried, if anything. */
    private record Trial(Optional<Problem> problem, Optional<String> typed, List<Permission> permissions) {
        static final Trial NONE = new Trial(Optional.empty(), Optional.empty(), List.of());
    }
}
