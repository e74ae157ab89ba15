package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.WarmUp;
import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ColdStart}: ready for what a function calls first, and never in its way. */
class ColdStartTest {

    private final Set<Remote> ready = new ConcurrentSkipListSet<>();

    @ParameterizedTest
    @CsvSource({
        "connections, DYNAMODB",
        "connect, DYNAMODB SECRETS PINPOINT",
        "webhook, DYNAMODB SECRETS SQS",
        "catalogue, DYNAMODB SECRETS PINPOINT",
        "mappings, DYNAMODB",
        "exports, DYNAMODB",
        "events, DYNAMODB SECRETS SQS PINPOINT",
        "reconcile, ''",
        "a function of tomorrow, ''",
    })
    void a_function_gets_ready_for_what_it_calls_first(String function, String remotes) throws InterruptedException {
        start(function, Stream.of(Remote.values()).map(this::noting).toList());

        assertThat(ready)
                .extracting(Remote::name)
                .containsExactlyInAnyOrderElementsOf(Stream.of(remotes.split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @Test
    void what_fails_is_left_to_the_first_call() throws InterruptedException {
        start("webhook", List.of(failing(Remote.DYNAMODB), noting(Remote.SQS)));

        assertThat(ready).containsExactly(Remote.SQS);
    }

    @Test
    void what_takes_too_long_is_not_waited_for() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);

        start("webhook", List.of(stuck(Remote.DYNAMODB, never), noting(Remote.SQS)));

        assertThat(ready).containsExactly(Remote.SQS);
        never.countDown();
    }

    private static void start(String function, List<WarmUp> warmUps) throws InterruptedException {
        new ColdStart(function, warmUps).getReady(new StartupEvent());
    }

    private WarmUp noting(Remote remote) {
        return warmUp(remote, () -> ready.add(remote));
    }

    private static WarmUp failing(Remote remote) {
        return warmUp(remote, () -> {
            throw new IllegalStateException("nobody there");
        });
    }

    private static WarmUp stuck(Remote remote, CountDownLatch until) {
        return warmUp(remote, () -> {
            try {
                until.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static WarmUp warmUp(Remote remote, Runnable work) {
        return new WarmUp() {
            @Override
            public Remote remote() {
                return remote;
            }

            @Override
            public void run() {
                work.run();
            }
        };
    }
}
