package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.export.ExportFixtures.CV;
import static com.hackajob.pinpoint.export.ExportFixtures.CV_BESIDE_THEIRS;
import static com.hackajob.pinpoint.export.ExportFixtures.EMAIL;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.PROFILE;
import static com.hackajob.pinpoint.mapping.MappingFixtures.APPLIED;
import static com.hackajob.pinpoint.mapping.MappingFixtures.PINPOINT_JOB;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whenever the process dies, and even when it dies twice: Pinpoint has the application once, it is verified, and hackajob
 * hears of it. Exhaustive: every moment just before and just after every side effect, in every scenario.
 */
class ExportSurvivesCrashesTest {

    private static final Duration TICK = Duration.ofMinutes(1);
    private static final int LONG_ENOUGH = 24 * 60;

    private enum Scenario {
        PLAIN(world -> {}),
        SLOW_TO_SHOW(world -> world.pinpoint.showAfter(Duration.ofSeconds(119))),
        ANSWER_LOST(world -> world.pinpoint.loseAnswer(Call.CREATE)),
        NO_EFFECT(world -> world.pinpoint.fail(Call.CREATE)),
        FILES_LOST(world -> world.pinpoint.loseFilesOfCreations()),
        READ_BACK_OUT(world -> world.pinpoint.fail(Call.READ)),
        APPLIED_BEFORE(world -> world.pinpoint.hold(somebodyElses())),
        APPLIED_MEANWHILE(world -> {
            world.pinpoint.refuseDuplicates();
            world.pinpoint.meanwhile(Call.CREATE, () -> world.pinpoint.hold(somebodyElses()));
        }),
        HELD_FIRST(world -> world.pinpoint.deny(ErrorCode.CREDENTIAL_REJECTED)) {
            @Override
            void afterAWhile(ExportWorld world) {
                world.pinpoint.allow();
            }
        };

        private final Consumer<ExportWorld> arrangement;

        Scenario(Consumer<ExportWorld> arrangement) {
            this.arrangement = arrangement;
        }

        ExportWorld arrange(SideEffects effects) {
            var world = new ExportWorld(effects);
            world.connect(aConnection());
            world.map(aMapping());
            arrangement.accept(world);
            return world;
        }

        /** What changes once the event has been handled. */
        void afterAWhile(ExportWorld world) {}
    }

    @TestFactory
    Stream<DynamicTest> settles_whenever_the_process_dies() {
        return Stream.of(Scenario.values()).flatMap(scenario -> IntStream.range(0, moments(scenario))
                .mapToObj(moment -> dynamicTest(scenario + " dying at moment " + moment, () -> run(scenario, moment))));
    }

    @TestFactory
    Stream<DynamicTest> settles_even_when_the_process_dies_twice() {
        return Stream.of(Scenario.values()).flatMap(scenario -> IntStream.range(0, moments(scenario))
                .mapToObj(first -> dynamicTest(
                        scenario + " dying at moment " + first + " and every later one",
                        () -> IntStream.range(first + 1, first + 1 + moments(scenario))
                                .forEach(second -> run(scenario, first, second)))));
    }

    /** How many moments a life without a death has. */
    private static int moments(Scenario scenario) {
        return run(scenario).moments().size();
    }

    private static SideEffects run(Scenario scenario, int... deaths) {
        var effects = new SideEffects();
        IntStream.of(deaths).forEach(effects::dieAt);
        var world = scenario.arrange(effects);
        deliver(world);
        scenario.afterAWhile(world);
        settle(world);
        assertSettled(world);
        return effects;
    }

    /** A message comes again until its worker survives. */
    private static void deliver(ExportWorld world) {
        boolean survived;
        do {
            survived = survives(world::export);
        } while (!survived);
    }

    /** Minute by minute, as the schedule and the events worker do. */
    private static void settle(ExportWorld world) {
        for (int minute = 0; minute < LONG_ENOUGH && !isSettled(world); minute++) {
            world.clock.pass(TICK);
            survives(world.reconcile::reconcile);
            survives(() -> world.runDue(COMPANY, world.clock.instant()));
        }
    }

    private static boolean isSettled(ExportWorld world) {
        return world.pending().isEmpty()
                && world.ledger
                        .find(KEY)
                        .filter(export -> export.state().due().isEmpty())
                        .isPresent();
    }

    private static boolean survives(Runnable life) {
        try {
            life.run();
            return true;
        } catch (SideEffects.Death next) {
            return false;
        }
    }

    private static void assertSettled(ExportWorld world) {
        assertThat(world.state()).isInstanceOf(Verified.class);
        assertThat(world.pinpoint.applications()).hasSize(1);
        boolean isJoined = ((Verified) world.state()).receipt().isJoined();
        assertThat(world.pinpoint.applications().getFirst().documents())
                .containsExactly(isJoined ? CV_BESIDE_THEIRS : CV, PROFILE);
        assertThat(world.pending()).isEmpty();
        var told = world.updates.sent().stream()
                .filter(update -> update.kind() == Update.Kind.EXPORT_VERIFIED)
                .distinct()
                .toList();
        assertThat(told).hasSize(1);
        assertThat(world.updates.sent()).allMatch(update -> update.kind() != Update.Kind.EXPORT_FAILED);
    }

    private static PinpointApplication somebodyElses() {
        return new PinpointApplication(
                new ApplicationId("500"),
                PINPOINT_JOB,
                EMAIL,
                Optional.of(APPLIED),
                new Source("direct", ""),
                Optional.empty(),
                List.of(),
                List.of(),
                false);
    }
}
