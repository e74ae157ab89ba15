package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.ConnectSession.Names;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.Prerequisites.Obstacle;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Gives a Master Account user a link with which the Pinpoint account can be connected, or a connected one's credential or
 * webhook secret replaced.
 */
public final class StartSession {

    private static final Duration LIFE = Duration.ofMinutes(30);
    /** For an administrator who has no hackajob login and answers their mail tomorrow. */
    private static final Duration SHAREABLE_LIFE = Duration.ofDays(7);

    private final Prerequisites prerequisites;
    private final Companies companies;
    private final Connections connections;
    private final ConnectSessions sessions;
    private final List<URI> returnUrls;
    private final AuditLog audit;
    private final Auditor auditor;
    private final RandomGenerator random;
    private final InstantSource clock;

    /** @param returnUrls the only addresses that a browser is ever sent back to */
    public StartSession(
            Prerequisites prerequisites,
            Companies companies,
            Connections connections,
            ConnectSessions sessions,
            List<URI> returnUrls,
            AuditLog audit,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        this.prerequisites = prerequisites;
        this.companies = companies;
        this.connections = connections;
        this.sessions = sessions;
        this.returnUrls = List.copyOf(returnUrls);
        this.audit = audit;
        this.auditor = auditor;
        this.random = random;
        this.clock = clock;
    }

    public Outcome start(Caller caller, Wish wish) {
        Optional<Company> company = companies.find(caller.company());
        Optional<Connection> connection = connections.find(caller.company());
        Optional<Obstacle> obstacle = prerequisites
                .toConnect(caller, company, connection)
                .filter(found -> found.code() != ErrorCode.ALREADY_CONNECTED || !wish.isOnPurpose());
        if (obstacle.isPresent()) {
            return new Outcome.NotAllowed(obstacle.get());
        }
        if (wish.step() == Step.WEBHOOK
                && connection.filter(Connection::isUsable).isEmpty()) {
            return new Outcome.NotAllowed(new Obstacle(ErrorCode.NOT_CONNECTED, ErrorCode.NOT_CONNECTED.remedy()));
        }
        return isReturnRegistered(wish) ? save(caller, wish, names(caller, company)) : new Outcome.UnknownReturn();
    }

    /** A shared link ends in a stranger's browser, which is never sent to hackajob with a result. */
    private boolean isReturnRegistered(Wish wish) {
        return wish.returnUrl()
                .filter(url -> wish.isShareable() || !returnUrls.contains(url))
                .isEmpty();
    }

    private Outcome save(Caller caller, Wish wish, Names names) {
        SecretToken token = SecretToken.random(random);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(wish.isShareable() ? SHAREABLE_LIFE : LIFE);
        audit.add(auditor.entry(caller.company(), Actor.user(caller.user()), Action.SESSION_STARTED));
        sessions.save(new ConnectSession(
                token.hash(),
                caller.company(),
                caller.user(),
                wish.step(),
                wish.isShareable(),
                names,
                wish.returnUrl(),
                now,
                expiresAt));
        return new Outcome.Started(token, expiresAt);
    }

    private static Names names(Caller caller, Optional<Company> company) {
        return new Names(
                company.map(Company::name).orElse("your company"),
                company.flatMap(known -> known.nameOf(caller.user())).orElse("A Master Account user"));
    }

    /**
     * What the link is to be like.
     *
     * @param isOnPurpose whether the caller knows that the company is connected: to replace its credential
     * @param isShareable whether it is for somebody else, who has no hackajob login
     */
    public record Wish(Step step, boolean isOnPurpose, boolean isShareable, Optional<URI> returnUrl) {}

    public sealed interface Outcome {

        /** @param token the secret part of the link; known to nobody but its holder */
        record Started(SecretToken token, Instant expiresAt) implements Outcome {}

        record NotAllowed(Obstacle obstacle) implements Outcome {}

        /** The address to return to is not one of those registered, or the link is shareable. */
        record UnknownReturn() implements Outcome {}
    }
}
