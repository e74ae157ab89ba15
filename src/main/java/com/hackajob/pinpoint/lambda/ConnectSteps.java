package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.ConnectSession;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.OAuthServer;
import com.hackajob.pinpoint.connection.Permission;
import com.hackajob.pinpoint.connection.Settings;
import com.hackajob.pinpoint.lambda.ConnectView.Account;
import com.hackajob.pinpoint.lambda.ConnectView.Asker;
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
                .map(session -> page(200, session, view(link, session, Optional.empty())))
                .orElseGet(() -> expired(api.describe(ErrorCode.SESSION_EXPIRED, Optional.empty())));
    }

    /**
     * The step again, with what went wrong.
     *
     * @param link empty where the request named none
     */
    ApiResponse show(Optional<SecretToken> link, ConnectTrial trial) {
        if (link.isEmpty()) {
            return page(trial.problem().status(), ConnectEndings.without(trial), Set.of());
        }
        return find(link.get())
                .map(session -> page(trial.problem().status(), session, failed(link.get(), session, trial)))
                .orElseGet(() -> expired(trial.problem()));
    }

    /** All is done and the browser goes nowhere. */
    ApiResponse done() {
        return page(200, ConnectEndings.done(), Set.of());
    }

    private Optional<ConnectSession> find(SecretToken link) {
        return sessions.find(link.hash(), clock.instant());
    }

    private ConnectView failed(SecretToken link, ConnectSession session, ConnectTrial trial) {
        return trial.problem().code().equals(ErrorCode.OAUTH_REFUSED.code())
                ? ConnectEndings.refused(
                        trial, Addresses.connectPath(link), session.returnUrl().map(URI::toString))
                : view(link, session, Optional.of(trial));
    }

    private ConnectView view(SecretToken link, ConnectSession session, Optional<ConnectTrial> trial) {
        Optional<Connection> connection = connections.usable(session.company());
        if (session.isFor(Step.ACCOUNT)) {
            return account(link, session, connection, trial);
        }
        return connection
                .<ConnectView>map(found -> webhook(link, session, found, trial))
                .orElseGet(() -> ConnectEndings.disconnected(
                        api.describe(ErrorCode.NOT_CONNECTED, Optional.empty()),
                        session.names().company()));
    }

    private ConnectView account(
            SecretToken link, ConnectSession session, Optional<Connection> connection, Optional<ConnectTrial> trial) {
        String path = Addresses.connectPath(link);
        Optional<String> connected = connection.map(found -> found.subdomain().value());
        return new Account(
                asker(session),
                path,
                oauth.origin().map(_ -> path + "/oauth"),
                trial.flatMap(ConnectTrial::typed).or(() -> connected).orElse(""),
                connected,
                trial.map(tried -> tried.problem().code())
                        .filter(ErrorCode.ALREADY_CONNECTED.code()::equals)
                        .isPresent(),
                oauth.origin()
                        .flatMap(_ -> trial.filter(ConnectTrial::isSignIn))
                        .isPresent(),
                trial.map(ConnectWords::of),
                trial.map(tried -> ticks(tried.permissions(), tried.isSignIn())).orElse(List.of()),
                source(connection.map(Connection::settings).orElse(Settings.STANDARD)),
                session.returnUrl().map(URI::toString));
    }

    private ConnectView webhook(
            SecretToken link, ConnectSession session, Connection connection, Optional<ConnectTrial> trial) {
        return new Webhook(
                asker(session),
                Addresses.connectPath(link),
                connection.subdomain().value(),
                ticks(connection.link().permissions(), connection.link().kind() == Credential.Kind.OAUTH),
                source(connection.settings()),
                addresses.webhook(connection.id()),
                EVENTS,
                connection.webhook().isSecretKept(),
                connection.webhook().lastSeen(),
                trial.map(ConnectWords::of),
                session.returnUrl().isPresent());
    }

    private static Asker asker(ConnectSession session) {
        return new Asker(session.names().company(), session.names().user(), session.isShareable());
    }

    private static List<Tick> ticks(List<Permission> permissions, boolean isSignIn) {
        return permissions.stream()
                .map(permission -> new Tick(
                        permission.name(), Tick.State.valueOf(permission.state().name()), remedy(permission, isSignIn)))
                .toList();
    }

    private static Optional<String> remedy(Permission permission, boolean isSignIn) {
        return ConnectionJson.remedy(permission).map(forKey -> isSignIn ? "Pinpoint did not allow this." : forKey);
    }

    private static Source source(Settings settings) {
        return new Source(settings.channel(), settings.channelSource());
    }

    private ApiResponse expired(Problem problem) {
        return page(problem.status(), ConnectEndings.expired(problem), Set.of());
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
}
