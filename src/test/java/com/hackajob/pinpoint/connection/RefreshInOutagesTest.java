package com.hackajob.pinpoint.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import org.junit.jupiter.api.Test;

/** Something does not answer while tokens are renewed. */
class RefreshInOutagesTest {

    private final RefreshWorld world = new RefreshWorld();
    private final RefreshCredential refresh = world.refresh(new Moments());
    private final Connection seen = world.connection();
    private final OAuthTokens stale = (OAuthTokens) world.secret().credential();

    @Test
    void of_the_token_endpoint_the_next_inherits_at_once() {
        world.server.goDown();
        assertThatExceptionOfType(Outage.class).isThrownBy(() -> refresh.refresh(seen, stale));
        assertThat(world.connection()).isEqualTo(seen);
        world.server.comeBack();

        assertThat(world.server.accepts(refresh.refresh(seen, stale).orElseThrow()))
                .isTrue();
        assertThat(world.pauses).isEmpty();
        assertThat(world.server.refreshes()).isEqualTo(1);
    }

    @Test
    void of_the_table_the_next_finds_at_once_what_was_stored() {
        var moments = new Moments();
        moments.at(8, () -> {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the table is busy");
        });
        assertThatExceptionOfType(Outage.class)
                .isThrownBy(() -> world.refresh(moments).refresh(seen, stale));
        assertThat(moments.passed()).contains("before save", "after abandon");

        assertThat(world.server.accepts(refresh.refresh(seen, stale).orElseThrow()))
                .isTrue();
        assertThat(world.pauses).isEmpty();
        assertThat(world.server.refreshes()).isEqualTo(1);
    }

    /** Nothing can save that: the token that the server gave is nowhere, and the one we have is used up. */
    @Test
    void that_swallowed_the_answer_the_credential_is_lost_and_counted_once() {
        world.server.loseAnswer();
        assertThatExceptionOfType(Outage.class).isThrownBy(() -> refresh.refresh(seen, stale));

        assertThat(refresh.refresh(seen, stale)).isEmpty();
        assertThat(refresh.refresh(world.connection(), stale)).isEmpty();

        assertThat(world.connection())
                .isEqualTo(seen.inAttention(ErrorCode.CREDENTIAL_REJECTED, world.clock.instant()));
        assertThat(world.audit.actions()).containsExactly(AuditEntry.Action.CREDENTIAL_LOST);
        assertThat(world.updates()).hasSize(1);
    }
}
