package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionToAnotherAccount;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionWith;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSessionWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.Connections.Completion;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Connections} does, together with the {@link ConnectSessions} it consumes from. */
public abstract class ConnectionsContract {

    private static final SecretToken SECOND_LINK = new SecretToken("the-second-link");

    protected abstract Connections connections();

    /** The sessions of the same store. */
    protected abstract ConnectSessions sessions();

    @Test
    void a_company_is_not_connected_at_first() {
        assertThat(connections().find(COMPANY)).isEmpty();
    }

    @Test
    void connects_and_consumes_the_session() {
        sessions().save(aSession());

        assertThat(connections().complete(aConnection(), Optional.empty(), aSession()))
                .isEqualTo(Completion.DONE);

        assertThat(connections().find(COMPANY)).contains(aConnection());
        assertThat(sessions().find(LINK.hash(), START)).isEmpty();
    }

    @Test
    void a_connection_is_its_companys_alone() {
        connect(aConnection());

        assertThat(connections().find(OTHER_COMPANY)).isEmpty();
    }

    @Test
    void writes_nothing_when_the_session_is_gone() {
        assertThat(connections().complete(aConnection(), Optional.empty(), aSession()))
                .isEqualTo(Completion.SESSION_GONE);

        assertThat(connections().find(COMPANY)).isEmpty();
    }

    @Test
    void keeps_the_session_when_somebody_else_connected_in_the_meantime() {
        connect(aConnection());
        sessions().save(aSession());

        assertThat(connections().complete(aConnectionToAnotherAccount(), Optional.empty(), aSession()))
                .isEqualTo(Completion.CONNECTION_CHANGED);

        assertThat(connections().find(COMPANY)).contains(aConnection());
        assertThat(sessions().find(LINK.hash(), START)).contains(aSession());
    }

    @Test
    void replaces_the_connection_that_the_caller_saw() {
        connect(aConnection());
        sessions().save(aSession());

        assertThat(connections().complete(aConnectionToAnotherAccount(), Optional.of(aConnection()), aSession()))
                .isEqualTo(Completion.DONE);

        assertThat(connections().find(COMPANY)).contains(aConnectionToAnotherAccount());
    }

    @Test
    void does_not_replace_a_connection_whose_secret_changed_in_the_meantime() {
        var renewed = aConnectionWith(new SecretVersion("version-1b"));
        connect(renewed);
        sessions().save(aSession());

        assertThat(connections().complete(aConnectionToAnotherAccount(), Optional.of(aConnection()), aSession()))
                .isEqualTo(Completion.CONNECTION_CHANGED);

        assertThat(connections().find(COMPANY)).contains(renewed);
    }

    @Test
    void does_not_replace_a_connection_that_is_no_longer_there() {
        sessions().save(aSession());

        assertThat(connections().complete(aConnectionToAnotherAccount(), Optional.of(aConnection()), aSession()))
                .isEqualTo(Completion.CONNECTION_CHANGED);

        assertThat(connections().find(COMPANY)).isEmpty();
    }

    @Test
    void of_two_links_used_in_turn_by_callers_who_saw_the_same_only_the_first_connects() {
        sessions().save(aSession());
        sessions().save(aSessionWith(SECOND_LINK));

        assertThat(connections().complete(aConnection(), Optional.empty(), aSession()))
                .isEqualTo(Completion.DONE);
        assertThat(connections().complete(aConnectionToAnotherAccount(), Optional.empty(), aSessionWith(SECOND_LINK)))
                .isEqualTo(Completion.CONNECTION_CHANGED);
    }

    @Test
    void of_one_link_submitted_many_times_at_once_only_one_connects() {
        sessions().save(aSession());

        var completions = Race.of(8, number -> connections()
                .complete(aConnectionWith(new SecretVersion("version-" + number)), Optional.empty(), aSession()));

        assertThat(completions).filteredOn(Completion.DONE::equals).hasSize(1);
        assertThat(connections().find(COMPANY))
                .contains(aConnectionWith(new SecretVersion("version-" + completions.indexOf(Completion.DONE))));
    }

    private void connect(Connection connection) {
        var link = new SecretToken("an-earlier-link");
        sessions().save(aSessionWith(link));
        connections().complete(connection, Optional.empty(), aSessionWith(link));
    }
}
