package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.PERMISSIONS;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.USER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionToAnotherAccount;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKeyOfAnotherAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompleteConnectionTest {

    private final SettableClock clock = new SettableClock();
    private final FakePinpointAccounts accounts = new FakePinpointAccounts();
    private final FakeCredentials credentials = new FakeCredentials();
    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final InMemoryConnections connections = new InMemoryConnections(sessions);
    private final CompleteConnection completeConnection =
            new CompleteConnection(accounts, credentials, connections, sessions, clock);

    @BeforeEach
    void start() {
        sessions.save(aSession());
    }

    @Test
    void connects_with_the_credential_that_the_secret_now_holds() {
        assertThat(complete(anApiKey())).isEqualTo(new Connected(aConnection()));

        assertThat(connections.find(COMPANY)).contains(aConnection());
        assertThat(credentials.read(aConnection())).isEqualTo(anApiKey());
    }

    @Test
    void a_link_connects_once() {
        complete(anApiKey());

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));
        assertThat(credentials.versions()).containsExactly(anApiKey());
    }

    @Test
    void a_link_that_has_expired_does_not_connect() {
        clock.pass(Duration.ofMinutes(30));

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));
        assertThat(credentials.versions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBDOMAIN_UNKNOWN", "CREDENTIAL_REJECTED", "API_DISABLED", "PERMISSION_MISSING"})
    void a_credential_that_does_not_work_changes_nothing_and_the_link_can_be_used_again(ErrorCode code) {
        accounts.refuse(code);

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(code));

        assertThat(credentials.versions()).isEmpty();
        assertThat(connections.find(COMPANY)).isEmpty();
        assertThat(sessions.find(LINK.hash(), START)).contains(aSession());
    }

    @Test
    void rings_when_pinpoint_does_not_answer_and_the_link_can_be_used_again() {
        accounts.goDown();

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> complete(anApiKey()));

        assertThat(credentials.versions()).isEmpty();
        assertThat(sessions.find(LINK.hash(), START)).contains(aSession());
    }

    @Test
    void a_new_credential_for_the_same_account_keeps_the_generation() {
        connections.put(aConnection());

        assertThat(complete(FakeOAuthServer.tokens(SUBDOMAIN)))
                .isEqualTo(new Connected(ConnectionFixtures.aConnectionWith(new SecretVersion("version-1"))));
    }

    @Test
    void another_account_is_not_taken_without_being_confirmed() {
        connections.put(aConnection());

        assertThat(complete(anApiKeyOfAnotherAccount())).isEqualTo(new NotConnected(ErrorCode.ALREADY_CONNECTED));

        assertThat(connections.find(COMPANY)).contains(aConnection());
        assertThat(credentials.versions()).isEmpty();
    }

    @Test
    void another_account_counts_as_the_next_generation_once_confirmed() {
        credentials.put(COMPANY, anApiKey());
        connections.put(aConnection());

        assertThat(completeConnection.complete(LINK.hash(), anApiKeyOfAnotherAccount(), true))
                .isEqualTo(new Connected(aConnectionToAnotherAccount()));

        assertThat(connections.find(COMPANY)).contains(aConnectionToAnotherAccount());
    }

    @Test
    void gives_way_when_another_link_connected_in_the_meantime() {
        accounts.meanwhile(() -> connections.put(aConnectionToAnotherAccount()));

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.ALREADY_CONNECTED));

        assertThat(connections.find(COMPANY)).contains(aConnectionToAnotherAccount());
    }

    @Test
    void gives_way_when_the_same_link_was_submitted_twice_and_the_other_was_faster() {
        accounts.meanwhile(() -> {
            accounts.meanwhile(() -> {});
            complete(anApiKey());
        });

        assertThat(complete(anApiKey())).isEqualTo(new NotConnected(ErrorCode.SESSION_EXPIRED));

        assertThat(connections.find(COMPANY)).contains(aConnection());
    }

    @Test
    void confirming_does_no_harm_where_nothing_is_connected() {
        assertThat(completeConnection.complete(LINK.hash(), anApiKeyOfAnotherAccount(), true))
                .isEqualTo(new Connected(new Connection(
                        COMPANY,
                        OTHER_SUBDOMAIN,
                        Credential.Kind.API_KEY,
                        new SecretVersion("version-1"),
                        1,
                        PERMISSIONS,
                        USER,
                        START)));
    }

    private ConnectOutcome complete(Credential credential) {
        return completeConnection.complete(LINK.hash(), credential, false);
    }
}
