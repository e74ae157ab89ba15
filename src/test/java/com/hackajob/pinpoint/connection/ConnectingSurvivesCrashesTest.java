package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.SideEffects.moments;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.USER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aLink;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ended;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.Credential.ApiKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whenever the process dies while a company connects or the browser goes back to hackajob: whoever tries again finds
 * either nothing done or all of it, and a secret version that no row names counts for nothing.
 */
class ConnectingSurvivesCrashesTest {

    private static final List<String> CONNECTING = moments("attempt", "probe", "put", "save");
    private static final List<String> FINISHING = moments("save result", "consume");

    private final SideEffects effects = new SideEffects();
    private final ConnectWorld world = new ConnectWorld(effects);

    /** What is there when the administrator comes, what they submit, and which generation that makes. */
    private enum Start {
        NOTHING(Optional.empty(), SUBDOMAIN, 1, Action.CONNECTED),
        THE_SAME_ACCOUNT(Optional.of(aConnection()), SUBDOMAIN, 1, Action.CREDENTIAL_REPLACED),
        ANOTHER_ACCOUNT(Optional.of(aConnection()), OTHER_SUBDOMAIN, 2, Action.ACCOUNT_CHANGED),
        ENDED(Optional.of(ended()), SUBDOMAIN, 1, Action.CREDENTIAL_REPLACED);

        private final Optional<Connection> before;
        private final Subdomain subdomain;
        private final int generation;
        private final Action action;

        Start(Optional<Connection> before, Subdomain subdomain, int generation, Action action) {
            this.before = before;
            this.subdomain = subdomain;
            this.generation = generation;
            this.action = action;
        }

        ApiKey submitted() {
            return new ApiKey(subdomain, "key-new");
        }
    }

    @Test
    void these_are_the_moments_of_connecting() {
        world.open(Step.ACCOUNT);
        world.complete(anApiKey());

        assertThat(effects.moments()).isEqualTo(CONNECTING);
    }

    static Stream<Arguments> connecting() {
        return Stream.of(Start.values())
                .flatMap(start -> CONNECTING.stream().map(moment -> Arguments.of(start, moment)));
    }

    @ParameterizedTest
    @MethodSource("connecting")
    void the_link_connects_once_whenever_the_process_dies_and_it_is_submitted_again(Start start, String moment) {
        world.credentials.keep(anApiKey());
        start.before.ifPresent(world.connections::put);
        world.open(Step.ACCOUNT);

        world.dieAt(CONNECTING.indexOf(moment), () -> world.complete(start.submitted()));
        boolean wasSaved = moment.equals("after save");
        assertThat(world.connections.find(COMPANY).equals(start.before)).isNotEqualTo(wasSaved);

        assertThat(world.complete(start.submitted()) instanceof Connected).isNotEqualTo(wasSaved);

        boolean isOrphanLeft = List.of("after put", "before save").contains(moment);
        String version = isOrphanLeft ? "version-3" : "version-2";
        assertThat(world.row().link()).isEqualTo(aLink(start.submitted(), start.generation, version));
        assertThat(world.row().id())
                .isEqualTo(start.before.map(Connection::id).orElse(world.row().id()));
        assertThat(world.secret()).isEqualTo(new Secret(start.submitted(), WebhookSecrets.NONE));
        assertThat(world.sessions.find(LINK.hash(), START)).isEmpty();
        assertThat(world.sessions.size()).isEqualTo(1);
        assertThat(world.audit.actions()).containsExactly(start.action);
    }

    @Test
    void these_are_the_moments_of_finishing() {
        world.open(Step.WEBHOOK);
        world.finish();

        assertThat(effects.moments()).isEqualTo(FINISHING);
    }

    @ParameterizedTest
    @CsvSource({"before save result, 1", "after save result, 2", "before consume, 2"})
    void as_long_as_the_link_stands_it_is_finished_again_with_a_code_that_is_good(String moment, int results) {
        world.open(Step.WEBHOOK);
        world.dieAt(FINISHING.indexOf(moment), world::finish);

        var way = world.finish().orElseThrow().way().orElseThrow();

        assertThat(world.results.take(way.code().hash(), new Caller(COMPANY, USER, true), START))
                .isTrue();
        assertThat(world.results.size()).isEqualTo(results - 1);
        assertThat(world.sessions.size()).isZero();
    }

    @Test
    void a_link_that_is_used_up_stays_so_and_the_code_that_nobody_heard_of_is_of_no_use() {
        world.open(Step.WEBHOOK);
        world.dieAt(FINISHING.indexOf("after consume"), world::finish);

        assertThat(world.finish()).isEmpty();

        assertThat(world.sessions.size()).isZero();
        assertThat(world.results.size()).isEqualTo(1);
    }
}
