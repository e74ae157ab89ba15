package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ended;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a connection is looked after next. */
class KeepUpTest {

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final SettableClock clock = new SettableClock();
    private final InMemoryConnections store = new InMemoryConnections();
    private final InterruptedConnections connections = new InterruptedConnections(store);
    private final KeepUp keepUp = new KeepUp(connections, clock);

    @Test
    void what_could_not_be_found_out_is_tried_again_in_five_minutes() {
        store.put(aConnection());
        clock.pass(EVERY);

        keepUp.postpone(COMPANY);

        assertThat(store.find(COMPANY)).contains(aConnection().with(upkeep(EVERY.multipliedBy(2), false)));
        assertThat(store.due(START.plus(EVERY.multipliedBy(2)).minusMillis(1))).isEmpty();
        assertThat(store.due(START.plus(EVERY.multipliedBy(2)))).containsExactly(COMPANY);
    }

    @Test
    void what_waits_for_it_still_waits_when_it_is_postponed() {
        Connection restored =
                aConnection().inAttention(ErrorCode.API_DISABLED, START).restored(START);
        store.put(restored);

        keepUp.postpone(COMPANY);

        assertThat(store.find(COMPANY)).contains(restored.with(upkeep(EVERY, true)));
    }

    @Test
    void what_was_let_go_waits_no_longer() {
        Connection restored =
                aConnection().inAttention(ErrorCode.API_DISABLED, START).restored(START);
        store.put(restored);

        keepUp.drained(restored);

        assertThat(store.find(COMPANY)).contains(restored.with(upkeep(EVERY, false)));
    }

    @Test
    void an_ended_connection_is_not_planned_for() {
        store.put(ended());

        keepUp.postpone(COMPANY);

        assertThat(store.find(COMPANY)).contains(ended());
        assertThat(store.due(START.plus(Duration.ofDays(365)))).isEmpty();
    }

    @Test
    void a_company_that_was_never_connected_is_not_planned_for() {
        keepUp.postpone(COMPANY);

        assertThat(store.find(COMPANY)).isEmpty();
    }

    @Test
    void what_somebody_else_changed_in_the_meantime_stays() {
        Connection restored =
                aConnection().inAttention(ErrorCode.API_DISABLED, START).restored(START);
        Connection broken = restored.inAttention(ErrorCode.CREDENTIAL_REJECTED, START);
        store.put(restored);
        connections.beforeNextSave(() -> store.put(broken));

        keepUp.drained(restored);
        assertThat(store.find(COMPANY)).contains(broken);

        connections.beforeNextSave(() -> store.put(ended()));
        keepUp.postpone(COMPANY);
        assertThat(store.find(COMPANY)).contains(ended());
    }

    private static Upkeep upkeep(Duration due, boolean drains) {
        return new Upkeep(Optional.of(START.plus(due)), drains);
    }
}
