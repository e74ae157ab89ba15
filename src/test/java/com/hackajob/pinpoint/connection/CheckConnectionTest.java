package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.PERMISSIONS;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKeyOfAnotherAccount;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ended;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.permissions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.connection.PinpointAccounts.Probe;
import com.hackajob.pinpoint.connection.Status.Active;
import com.hackajob.pinpoint.connection.Status.Attention;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a company that is connected by API key. */
class CheckConnectionTest {

    private final RefreshWorld world = new RefreshWorld();
    private final Connection seen = world.connect(anApiKey());
    private final FakePinpointAccounts accounts = new FakePinpointAccounts();
    private final CheckConnection check = world.check(accounts);

    @Test
    void finds_that_it_works() {
        assertThat(check.check(COMPANY))
                .contains(seen.with(PERMISSIONS).with(seen.upkeep().next(world.clock.instant())))
                .contains(world.connection());
        assertThat(accounts.probes()).isEqualTo(1);
        assertToldNothing();
    }

    @Test
    void looks_at_no_connection_that_is_ended() {
        world.connections.put(ended());

        assertThat(check.check(COMPANY)).isEmpty();
        assertThat(check.checkNow(COMPANY)).isEmpty();
        assertThat(accounts.probes()).isZero();
    }

    @Test
    void tells_nobody_of_what_works_the_second_time() {
        accounts.refuseOnce(ErrorCode.CREDENTIAL_REJECTED);

        assertThat(check.check(COMPANY).orElseThrow().status()).isEqualTo(new Active());
        assertThat(accounts.probes()).isEqualTo(2);
        assertToldNothing();
    }

    @Test
    void tells_once_of_what_does_not_work_twice_however_often_it_is_checked() {
        accounts.refuse(ErrorCode.CREDENTIAL_REJECTED);
        var status = new Attention(ErrorCode.CREDENTIAL_REJECTED, world.clock.instant());

        assertThat(check.check(COMPANY).orElseThrow().status()).isEqualTo(status);
        assertThat(accounts.probes()).isEqualTo(2);
        world.clock.pass(Upkeep.EVERY);
        assertThat(check.check(COMPANY).orElseThrow().status()).isEqualTo(status);

        assertTold(Action.ATTENTION);
    }

    @Test
    void tells_of_another_trouble_and_of_its_end() {
        accounts.refuse(ErrorCode.CREDENTIAL_REJECTED);
        check.check(COMPANY);
        accounts.refuse(ErrorCode.API_DISABLED);
        check.check(COMPANY);
        accounts.accept();

        Connection now = check.check(COMPANY).orElseThrow();

        assertThat(now.status()).isEqualTo(new Active());
        assertThat(now.upkeep()).isEqualTo(Upkeep.drainAt(world.clock.instant()));
        assertTold(Action.ATTENTION, Action.ATTENTION, Action.RESTORED);
    }

    @Test
    void changes_nothing_in_an_outage_and_rings() {
        accounts.goDown();

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> check.check(COMPANY));
        assertThatExceptionOfType(Outage.class)
                .isThrownBy(() -> check.denied(seen, ErrorCode.CREDENTIAL_REJECTED, false));
        assertThat(world.connection()).isEqualTo(seen);
        assertToldNothing();
    }

    @Test
    void two_at_once_tell_once() {
        accounts.refuse(ErrorCode.CREDENTIAL_REJECTED);
        accounts.meanwhile(() -> {
            accounts.meanwhile(() -> {});
            check.check(COMPANY);
        });

        assertThat(check.check(COMPANY)).contains(world.connection());
        assertTold(Action.ATTENTION);
    }

    @Test
    void many_at_once_tell_once() {
        accounts.refuse(ErrorCode.CREDENTIAL_REJECTED);

        assertThat(Race.of(8, _ -> check.check(COMPANY).orElseThrow().status()))
                .containsOnly(new Attention(ErrorCode.CREDENTIAL_REJECTED, world.clock.instant()));
        assertTold(Action.ATTENTION);
    }

    @Test
    void leaves_a_connection_alone_that_was_made_in_between() {
        accounts.refuse(ErrorCode.CREDENTIAL_REJECTED);
        accounts.meanwhile(() -> {
            accounts.meanwhile(() -> {});
            world.connect(anApiKeyOfAnotherAccount());
        });

        assertThat(check.check(COMPANY)).contains(world.connection());
        assertThat(world.connection().status()).isEqualTo(new Active());
        assertToldNothing();
    }

    @Test
    void a_denial_that_stands_is_told_and_one_that_does_not_is_none() {
        assertThat(check.denied(seen, ErrorCode.CREDENTIAL_REJECTED, false)).isEmpty();
        assertToldNothing();
        accounts.refuse(ErrorCode.API_DISABLED);

        assertThat(check.denied(world.connection(), ErrorCode.CREDENTIAL_REJECTED, true))
                .contains(ErrorCode.API_DISABLED);
        assertTold(Action.ATTENTION);
    }

    @Test
    void writing_that_was_denied_stands_until_the_employer_asks_or_an_export_shows() {
        assertThat(check.denied(seen, ErrorCode.PERMISSION_MISSING, true)).contains(ErrorCode.PERMISSION_MISSING);
        assertThat(accounts.probes()).isZero();
        assertThat(check.check(COMPANY).orElseThrow().status()).isInstanceOf(Attention.class);

        assertThat(check.checkNow(COMPANY).orElseThrow().status()).isEqualTo(new Active());

        assertThat(world.connection().link().permissions()).isEqualTo(permissions(Permission.State.UNKNOWN));
        assertTold(Action.ATTENTION, Action.RESTORED);
    }

    @Test
    void an_export_shows_that_writing_works() {
        check.denied(seen, ErrorCode.PERMISSION_MISSING, true);

        check.written(world.connection());

        assertThat(world.connection().status()).isEqualTo(new Active());
        assertThat(world.connection().link().permissions()).isEqualTo(permissions(Permission.State.OK));
        assertTold(Action.ATTENTION, Action.RESTORED);
    }

    @Test
    void that_writing_works_is_written_down_once() {
        check.written(seen);
        Connection known = world.connection();

        check.written(known);

        assertThat(known.link().permissions()).isEqualTo(permissions(Permission.State.OK));
        assertThat(world.connection()).isEqualTo(known);
        assertToldNothing();
    }

    @Test
    void reading_that_was_denied_is_looked_at_again() {
        var missing = List.of(new Permission(Permission.JOB_READ, Permission.State.MISSING));
        accounts.answer(new Probe.NotWorking(ErrorCode.PERMISSION_MISSING, missing));

        assertThat(check.denied(seen, ErrorCode.PERMISSION_MISSING, false)).contains(ErrorCode.PERMISSION_MISSING);
        assertThat(accounts.probes()).isEqualTo(2);
    }

    @Test
    void that_writing_works_can_wait_while_the_table_is_busy() {
        var moments = new Moments();
        moments.at(0, () -> {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the table is busy");
        });

        world.check(accounts, moments).written(seen);

        assertThat(moments.passed()).containsExactly("before save");
        assertThat(world.connection()).isEqualTo(seen);
    }

    private void assertToldNothing() {
        assertTold();
    }

    private void assertTold(Action... actions) {
        assertThat(world.audit.actions()).containsExactly(actions);
        assertThat(world.updates()).hasSize(actions.length);
    }
}
