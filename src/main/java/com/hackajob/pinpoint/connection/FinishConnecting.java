package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Ends what a link was for, and sends the browser back to hackajob with a code that tells so. */
public final class FinishConnecting {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final ConnectSessions sessions;
    private final ConnectResults results;
    private final RandomGenerator random;
    private final InstantSource clock;

    public FinishConnecting(
            ConnectSessions sessions, ConnectResults results, RandomGenerator random, InstantSource clock) {
        this.sessions = sessions;
        this.results = results;
        this.random = random;
        this.clock = clock;
    }

    /** Empty when the link is used up or not that far; else where to go, if anywhere. */
    public Optional<Finished> finish(SecretToken link) {
        return sessions.find(link.hash(), clock.instant())
                .filter(session -> session.isFor(Step.WEBHOOK))
                .flatMap(this::finish);
    }

    // The result first: if we die in between, the link still stands, and is finished again.
    private Optional<Finished> finish(ConnectSession session) {
        Optional<Return> way = session.returnUrl().map(url -> back(session, url));
        return sessions.consume(session) ? Optional.of(new Finished(way)) : Optional.empty();
    }

    private Return back(ConnectSession session, URI url) {
        SecretToken code = SecretToken.random(random);
        results.save(new ConnectResult(
                code.hash(),
                session.company(),
                session.startedBy(),
                clock.instant().plus(LIFE)));
        return new Return(url, code);
    }

    /** @param way empty where the link was not to return anywhere */
    public record Finished(Optional<Return> way) {}

    /** @param code what the frontend exchanges; good for ten minutes and once */
    public record Return(URI url, SecretToken code) {}
}
