package com.hackajob.pinpoint.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.Status.Active;
import com.hackajob.pinpoint.connection.Status.Attention;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker sleeps until its lease has run out, another takes over and finishes, and the first wakes up where it was. */
class FrozenWorkerTest {

    private final RefreshWorld world = new RefreshWorld();
    private final Moments moments = new Moments();
    private final Connection seen = world.connection();
    private Connection left = seen;

    @BeforeEach
    void beSeenByTheOther() {
        world.clock.pass(RefreshCredential.LEASE);
    }

    static Stream<Arguments> momentsThatDoNoHarm() {
        return Stream.of(
                arguments(0, "before acquire"),
                arguments(1, "after acquire"),
                arguments(2, "before find"),
                arguments(7, "after put"),
                arguments(8, "before save"),
                arguments(9, "after save"));
    }

    @ParameterizedTest
    @MethodSource("momentsThatDoNoHarm")
    void one_that_has_not_asked_or_has_stored_the_answer_ends_with_what_the_other_has(int moment, String name) {
        freezeAt(moment, name);

        assertThat(world.worker(moments).of(seen)).isEqualTo(world.secret().credential());

        assertNothingOverwritten();
        assertUnharmed();
    }

    @Test
    void one_that_was_about_to_ask_asks_no_more_and_finds_what_the_other_made_when_it_comes_again() {
        freezeAt(3, "after find");

        assertThatExceptionOfType(Outage.class)
                .isThrownBy(() -> world.worker(moments).of(seen));

        assertNothingOverwritten();
        assertThat(world.worker().of(world.connection()))
                .isEqualTo(world.secret().credential());
        assertUnharmed();
    }

    /** Nothing on our side can call back what is on its way. The row stays as the other wrote it until the server says so. */
    @Test
    void one_whose_question_is_on_its_way_has_the_server_revoke_all_and_the_next_renewal_tells_the_employer() {
        freezeAt(4, "before refresh");

        Credential got = world.worker(moments).of(seen);

        assertNothingOverwritten();
        assertThat(got).isEqualTo(world.secret().credential());
        assertThat(world.server.hasRevoked()).isTrue();
        assertThat(world.connection().status()).isEqualTo(new Active());
        assertThat(world.audit.actions()).isEmpty();
        world.clock.pass(FakeRotatingServer.LIFE);
        world.worker().of(world.connection());
        assertTold(Action.ATTENTION);
    }

    /** As if it had died there: the other can't know that the answer is still in somebody's memory. */
    @ParameterizedTest
    @MethodSource("momentsWithTheAnswerInMemory")
    void one_that_has_not_stored_the_answer_has_the_other_lose_the_credential_and_changes_nothing_of_that(
            int moment, String name) {
        freezeAt(moment, name);

        Credential got = world.worker(moments).of(seen);

        assertNothingOverwritten();
        assertThat(world.server.accepts(got)).isFalse();
        assertThat(world.connection().secret()).isEqualTo(new SecretVersion("version-1"));
        assertTold(Action.CREDENTIAL_LOST);
        assertThat(world.worker().of(world.connection()))
                .isEqualTo(world.secret().credential());
        assertTold(Action.CREDENTIAL_LOST);
    }

    static Stream<Arguments> momentsWithTheAnswerInMemory() {
        return Stream.of(arguments(5, "after refresh"), arguments(6, "before put"));
    }

    private void freezeAt(int moment, String name) {
        moments.at(moment, () -> {
            assertThat(moments.passed()).last().isEqualTo(name);
            world.outlastLease();
            world.worker().of(world.connection());
            left = world.connection();
        });
    }

    private void assertNothingOverwritten() {
        assertThat(left).isNotEqualTo(seen);
        assertThat(world.connection()).isEqualTo(left);
        SecretLease next = world.hold();
        assertThat(next.isInherited()).isFalse();
        world.leases.release(next);
    }

    private void assertUnharmed() {
        assertThat(world.server.accepts(world.secret().credential())).isTrue();
        assertThat(world.server.refreshes()).isEqualTo(1);
        assertThat(world.server.refusals()).isZero();
        assertThat(world.connection().status()).isEqualTo(new Active());
        assertThat(world.audit.actions()).isEmpty();
        assertThat(world.updates()).isEmpty();
    }

    private void assertTold(Action action) {
        assertThat(world.connection().status())
                .isInstanceOfSatisfying(
                        Attention.class, status -> assertThat(status.code()).isEqualTo(ErrorCode.CREDENTIAL_REJECTED));
        assertThat(world.audit.actions()).isEqualTo(List.of(action));
        assertThat(world.updates()).hasSize(1);
    }
}
