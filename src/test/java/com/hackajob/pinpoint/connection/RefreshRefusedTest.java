package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.updates.Update;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The server does not take the refresh token. */
class RefreshRefusedTest {

    private final RefreshWorld world = new RefreshWorld();
    private final RefreshCredential refresh = world.refresh(new Moments());
    private final Connection seen = world.connection();
    private final OAuthTokens stale = (OAuthTokens) world.secret().credential();

    @Test
    void the_employer_is_told_and_it_is_audited() {
        world.server.revoke();

        assertThat(refresh.refresh(seen, stale)).isEmpty();

        assertAttention(AuditEntry.Action.ATTENTION, seen);
        assertThat(world.hold().isInherited()).isFalse();
    }

    @Test
    void it_is_audited_apart_where_a_holder_vanished_before() {
        world.hold();
        world.outlastLease();
        world.server.revoke();

        assertThat(refresh.refresh(seen, stale)).isEmpty();

        assertAttention(AuditEntry.Action.CREDENTIAL_LOST, seen);
    }

    @Test
    void somebody_who_was_faster_is_believed() {
        world.server.revoke();
        OAuthTokens faster = world.server.authorize();
        world.server.meanwhile(() -> world.connect(faster));

        assertThat(refresh.refresh(seen, stale)).contains(faster);
        assertThat(world.connection().status()).isEqualTo(new Status.Active());
        assertThat(world.audit.actions()).isEmpty();
        assertThat(world.hold().isInherited()).isFalse();
    }

    @Test
    void what_somebody_faster_stored_and_did_not_write_down_is_adopted() {
        world.server.revoke();
        OAuthTokens faster = world.server.authorize();
        world.server.meanwhile(() -> world.credentials.put(
                COMPANY, world.secret().refreshed(faster, seen.secret()), new PutToken("of-the-faster")));

        assertThat(refresh.refresh(seen, stale)).contains(faster);
        assertThat(world.connection()).isEqualTo(seen.with(new SecretVersion("version-2")));
        assertThat(world.audit.actions()).isEmpty();
    }

    @Test
    void what_came_in_between_is_kept_and_the_employer_is_told_all_the_same() {
        var settings = new Settings("paid_job_board", "hackajob UK", true);
        world.server.revoke();
        world.server.meanwhile(() -> world.connections.put(seen.with(settings)));

        assertThat(refresh.refresh(seen, stale)).isEmpty();

        assertAttention(AuditEntry.Action.ATTENTION, seen.with(settings));
        assertThat(world.hold().isInherited()).isFalse();
    }

    @Test
    void what_came_in_at_the_last_moment_is_kept_too() {
        var settings = new Settings("paid_job_board", "hackajob UK", true);
        var moments = new Moments();
        moments.at(10, () -> world.connections.put(seen.with(settings)));
        world.server.revoke();

        assertThat(world.refresh(moments).refresh(seen, stale)).isEmpty();

        assertThat(moments.passed().get(10)).isEqualTo("before save");
        assertAttention(AuditEntry.Action.ATTENTION, seen.with(settings));
        assertThat(world.hold().isInherited()).isFalse();
    }

    @Test
    void an_ended_connection_is_left_alone() {
        Connection ended = seen.disconnected(world.clock.instant());
        world.server.revoke();
        world.server.meanwhile(() -> world.connections.put(ended));

        assertThat(refresh.refresh(seen, stale)).isEmpty();
        assertThat(world.connection()).isEqualTo(ended);
        assertThat(world.audit.actions()).isEmpty();
    }

    private void assertAttention(AuditEntry.Action action, Connection before) {
        Instant now = world.clock.instant();
        Connection next = before.inAttention(ErrorCode.CREDENTIAL_REJECTED, now);
        assertThat(world.connection()).isEqualTo(next);
        assertThat(world.audit.actions()).containsExactly(action);
        assertThat(world.updates())
                .containsExactly(new Update(
                        "company-1~connection~" + next.revision(),
                        Update.Kind.CONNECTION_ATTENTION,
                        Update.Subject.of(COMPANY),
                        Optional.of(ErrorCode.CREDENTIAL_REJECTED),
                        now));
    }
}
