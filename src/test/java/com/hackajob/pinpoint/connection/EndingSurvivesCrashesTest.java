package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.SideEffects.moments;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whenever the process dies while a connection is ended: once the row says so, looking after it deletes the credential. */
class EndingSurvivesCrashesTest {

    private static final List<String> MOMENTS = moments("save", "delete", "save");

    private final SideEffects effects = new SideEffects();
    private final ConnectWorld world = new ConnectWorld(effects);

    @Test
    void these_are_its_moments() {
        connected();
        world.end();

        assertThat(effects.moments()).isEqualTo(MOMENTS);
    }

    @Test
    void before_the_row_says_so_nothing_has_ended() {
        connected();
        world.dieAt(0, world::end);

        assertThat(world.row()).isEqualTo(aConnection());
        world.cleanUp();
        assertThat(world.credentials.isDeleted(COMPANY)).isFalse();

        world.end();
        assertEnded();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void once_the_row_says_so_nobody_uses_the_credential_and_looking_after_it_deletes_it(int moment) {
        connected();
        world.dieAt(moment, world::end);
        assertThat(world.row()).isEqualTo(aConnection().disconnected(START));
        assertThat(world.connections.usable(COMPANY)).isEmpty();
        assertThat(world.connections.due(START)).containsExactly(COMPANY);

        world.cleanUp();

        assertEnded();
    }

    @Test
    void looking_after_it_may_die_as_well() {
        connected();
        world.dieAt(1, world::end);
        world.dieAt(4, world::cleanUp);
        assertThat(world.connections.due(START)).containsExactly(COMPANY);

        world.cleanUp();

        assertEnded();
    }

    @Test
    void when_all_is_written_there_is_nothing_left_to_do() {
        connected();
        world.dieAt(5, world::end);

        assertEnded();
    }

    private void connected() {
        world.credentials.keep(anApiKey());
        world.connections.put(aConnection());
    }

    private void assertEnded() {
        assertThat(world.row()).isEqualTo(aConnection().disconnected(START).withoutSecret(START));
        assertThat(world.credentials.isDeleted(COMPANY)).isTrue();
        assertThat(world.connections.due(START)).isEmpty();
        assertThat(world.audit.actions()).containsExactly(Action.DISCONNECTED);
    }
}
