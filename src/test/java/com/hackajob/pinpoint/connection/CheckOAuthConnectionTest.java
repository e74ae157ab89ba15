package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.PERMISSIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.PinpointAccounts.Probe;
import com.hackajob.pinpoint.connection.Status.Active;
import com.hackajob.pinpoint.connection.Status.Attention;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link CheckConnection} of a company that is connected by OAuth. */
class CheckOAuthConnectionTest {

    private final RefreshWorld world = new RefreshWorld();
    private final List<Credential> probed = new ArrayList<>();
    private final CheckConnection check = world.check(this::probe);

    /** What Pinpoint refuses, whatever its server says. */
    private Credential unwanted = world.secret().credential();

    @Test
    void tokens_that_have_run_out_are_renewed_before_they_are_tried() {
        Connection now = check.check(COMPANY).orElseThrow();

        assertThat(now).isEqualTo(world.connection());
        assertThat(now.secret()).isEqualTo(new SecretVersion("version-2"));
        assertThat(probed).containsExactly(world.secret().credential());
        assertToldNothing();
    }

    @Test
    void tokens_that_pinpoint_refuses_before_their_end_are_renewed_and_tried_again() {
        world.connect(world.server.authorize());
        unwanted = world.secret().credential();

        Connection now = check.check(COMPANY).orElseThrow();

        assertThat(now.status()).isEqualTo(new Active());
        assertThat(probed).containsExactly(unwanted, world.secret().credential());
        assertThat(world.server.refreshes()).isEqualTo(1);
        assertToldNothing();
    }

    @Test
    void tokens_that_pinpoint_refuses_while_somebody_else_renews_them_tell_nothing_about_the_connection() {
        Connection fresh = world.connect(world.server.authorize());
        unwanted = world.secret().credential();
        world.hold();

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> check.check(COMPANY));

        assertThat(world.connection()).isEqualTo(fresh);
        assertToldNothing();
    }

    @Test
    void a_refresh_token_that_is_refused_is_told_once_however_often_it_is_checked() {
        world.server.revoke();
        var status = new Attention(ErrorCode.CREDENTIAL_REJECTED, world.clock.instant());

        assertThat(check.check(COMPANY).orElseThrow().status()).isEqualTo(status);
        world.clock.pass(Upkeep.EVERY);
        assertThat(check.check(COMPANY).orElseThrow().status()).isEqualTo(status);

        assertThat(world.server.refusals()).isEqualTo(1);
        assertThat(world.audit.actions()).containsExactly(Action.ATTENTION);
        assertThat(world.updates()).hasSize(1);
        assertThat(world.connection().upkeep().due())
                .contains(world.clock.instant().plus(Upkeep.EVERY));
    }

    @Test
    void an_outage_of_the_token_endpoint_changes_nothing_and_rings() {
        Connection seen = world.connection();
        world.server.goDown();

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> check.check(COMPANY));

        assertThat(world.connection()).isEqualTo(seen);
        assertThat(probed).isEmpty();
        assertToldNothing();
    }

    private Probe probe(Credential credential) {
        probed.add(credential);
        return world.server.accepts(credential) && !credential.equals(unwanted)
                ? new Probe.Working(PERMISSIONS)
                : new Probe.NotWorking(ErrorCode.CREDENTIAL_REJECTED, List.of());
    }

    private void assertToldNothing() {
        assertThat(world.audit.actions()).isEmpty();
        assertThat(world.updates()).isEmpty();
    }
}
