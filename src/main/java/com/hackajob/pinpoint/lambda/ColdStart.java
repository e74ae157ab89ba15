package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.WarmUp;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gets a new process ready while Lambda initialises it, all at once, with what its function's first call will need: Lambda
 * gives more CPU then than later, and nobody waits for an answer yet.
 */
@Singleton
final class ColdStart {

    private static final Logger LOG = Logger.getLogger(ColdStart.class);

    /**
     * What is not done by then goes on beside the first invocation. The native image needs some ten milliseconds, the JVM
     * most of a second: cut off earlier, the rest would be done with less CPU while somebody waits.
     */
    private static final long LONGEST_MILLIS = 2000;

    /** By function. The others are started on demand: what nobody waits for (reconcile), and what few of their calls need. */
    private static final Map<String, Set<Remote>> NEEDED = Map.of(
            "connections", Set.of(Remote.DYNAMODB),
            "connect", Set.of(Remote.DYNAMODB, Remote.SECRETS, Remote.PINPOINT),
            "webhook", Set.of(Remote.DYNAMODB, Remote.SECRETS, Remote.SQS),
            "catalogue", Set.of(Remote.DYNAMODB, Remote.SECRETS, Remote.PINPOINT),
            "mappings", Set.of(Remote.DYNAMODB),
            "exports", Set.of(Remote.DYNAMODB),
            "events", Set.of(Remote.DYNAMODB, Remote.SECRETS, Remote.SQS, Remote.PINPOINT));

    private final Set<Remote> needed;
    private final List<WarmUp> warmUps;

    ColdStart(@ConfigProperty(name = "quarkus.lambda.handler") String function, @All List<WarmUp> warmUps) {
        this.needed = NEEDED.getOrDefault(function, Set.of());
        this.warmUps = warmUps;
    }

    void getReady(@Observes StartupEvent start) throws InterruptedException {
        List<WarmUp> wanted = warmUps.stream()
                .filter(warmUp -> needed.contains(warmUp.remote()))
                .toList();
        CountDownLatch done = new CountDownLatch(wanted.size());
        wanted.forEach(warmUp ->
                Thread.ofPlatform().daemon().name("warm-up-" + warmUp.remote()).start(() -> run(warmUp, done)));
        if (!done.await(LONGEST_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.debugf("warming up takes longer than %d ms", LONGEST_MILLIS);
        }
    }

    private static void run(WarmUp warmUp, CountDownLatch done) {
        try {
            warmUp.run();
        } catch (RuntimeException failed) {
            LOG.debugf(
                    "no warm-up for %s: %s", warmUp.remote(), failed.getClass().getName());
        } finally {
            done.countDown();
        }
    }
}
