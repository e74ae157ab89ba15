package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.connection.Status.Active;
import com.hackajob.pinpoint.connection.Status.Attention;
import com.hackajob.pinpoint.updates.Update;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whenever a worker dies, and even when the next one dies too: the tokens that the server takes are found again, unless
 * they were in a dead worker's memory only. That is told as such, once. Exhaustive: every moment just before and just after
 * every call.
 */
class RefreshSurvivesDeathsTest {

    /** Between these the server's answer is in memory and nowhere else. */
    private static final Set<String> IN_MEMORY_ONLY = Set.of("after refresh", "before put");

    private final RefreshWorld world = new RefreshWorld();
    private boolean isLost;
    private Action trouble = Action.CREDENTIAL_LOST;

    /** One of those who work on the connection. */
    private enum Work {
        RENEW {
            @Override
            void live(RefreshWorld world, Moments moments) {
                world.worker(moments).of(world.connection());
            }
        },
        SET_WEBHOOK_SECRET {
            @Override
            void live(RefreshWorld world, Moments moments) {
                world.setWebhookSecret("another", moments);
            }
        };

        abstract void live(RefreshWorld world, Moments moments);

        /** How many moments a life has at most, whatever it finds. */
        static final int MOMENTS = 20;
    }

    @Test
    void these_are_the_moments_of_a_renewal() {
        var moments = new Moments();
        Work.RENEW.live(world, moments);

        assertThat(moments.passed())
                .containsExactly(
                        "before acquire",
                        "after acquire",
                        "before find",
                        "after find",
                        "before refresh",
                        "after refresh",
                        "before put",
                        "after put",
                        "before save",
                        "after save");
    }

    @TestFactory
    Stream<DynamicTest> survives_a_death() {
        return Stream.of(Work.values()).flatMap(first -> moments()
                .mapToObj(death -> dynamicTest(
                        first + " dying at moment " + death, () -> new RefreshSurvivesDeathsTest().run(first, death))));
    }

    @TestFactory
    Stream<DynamicTest> survives_two_deaths() {
        return Stream.of(Work.values())
                .flatMap(first -> Stream.of(Work.values()).flatMap(second -> moments()
                        .mapToObj(death -> dynamicTest(
                                first + " dying at moment " + death + ", then " + second + " at every one",
                                () -> moments().forEach(next -> new RefreshSurvivesDeathsTest()
                                        .run(first, death, second, next))))));
    }

    private static IntStream moments() {
        return IntStream.range(0, Work.MOMENTS);
    }

    private void run(Work first, int death) {
        live(first, death);
        settle();
    }

    private void run(Work first, int death, Work second, int next) {
        live(first, death);
        live(second, next);
        settle();
    }

    private void live(Work work, int death) {
        boolean wasLost = isLost;
        var moments = new Moments();
        moments.dieAt(death);
        try {
            work.live(world, moments);
        } catch (Moments.Death dead) {
            isLost |= diedKnowing(moments.passed());
        }
        if (work == Work.SET_WEBHOOK_SECRET && wasLost && moments.passed().contains("after save")) {
            trouble = Action.ATTENTION; // it gave the lease back: the next does not know that a holder had vanished
        }
        assertThat(moments.passed()).hasSizeLessThan(Work.MOMENTS);
        world.outlastLease();
    }

    private static boolean diedKnowing(List<String> passed) {
        return passed.contains("after refresh") && IN_MEMORY_ONLY.contains(passed.getLast());
    }

    /** Others go on working, for an hour and more. */
    private void settle() {
        look();
        world.clock.pass(FakeRotatingServer.LIFE);
        look();
    }

    private void look() {
        Credential got = world.worker().of(world.connection());
        if (isLost) {
            assertLost(got);
        } else {
            assertFound(got);
        }
        if (world.audit.actions().contains(Action.WEBHOOK_SECRET_REPLACED)) {
            assertThat(world.secret().webhooks().current()).contains("another");
        }
    }

    private void assertFound(Credential got) {
        assertThat(world.server.accepts(got)).isTrue();
        assertThat(world.secret().credential()).isEqualTo(got);
        assertThat(world.server.hasRevoked()).isFalse();
        assertThat(world.server.refusals()).isZero();
        assertThat(world.connection().status()).isEqualTo(new Active());
        assertThat(troubles()).isEmpty();
        assertThat(world.updates()).isEmpty();
    }

    private void assertLost(Credential got) {
        assertThat(world.server.accepts(got)).isFalse();
        assertThat(world.connection().status())
                .isInstanceOfSatisfying(
                        Attention.class, status -> assertThat(status.code()).isEqualTo(ErrorCode.CREDENTIAL_REJECTED));
        assertThat(troubles()).containsExactly(trouble);
        assertThat(world.updates())
                .extracting(Update::kind, Update::subject)
                .containsExactly(tuple(Update.Kind.CONNECTION_ATTENTION, Update.Subject.of(COMPANY)));
    }

    private List<Action> troubles() {
        return world.audit.actions().stream()
                .filter(action -> action != Action.WEBHOOK_SECRET_REPLACED)
                .toList();
    }
}
