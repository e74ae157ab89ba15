package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MASTER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MEMBER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.RETURN_URL;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.USER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.ConnectSession.Names;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.Prerequisites.Obstacle;
import com.hackajob.pinpoint.connection.StartSession.Outcome;
import com.hackajob.pinpoint.connection.StartSession.Outcome.NotAllowed;
import com.hackajob.pinpoint.connection.StartSession.Outcome.Started;
import com.hackajob.pinpoint.connection.StartSession.Outcome.UnknownReturn;
import com.hackajob.pinpoint.connection.StartSession.Wish;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartSessionTest {

    private static final Wish PLAIN = new Wish(Step.ACCOUNT, false, false, Optional.empty());

    private final FakeCompanies companies = new FakeCompanies();
    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final SettableClock clock = new SettableClock();
    private final SplittableRandom random = new SplittableRandom(7);
    private final StartSession startSession = new StartSession(
            new Prerequisites(companies, "Kim (kim@hackajob.example)"),
            companies,
            connections,
            sessions,
            List.of(RETURN_URL),
            audit,
            new Auditor(random, clock),
            random,
            clock);

    @Test
    void gives_a_link_that_works_for_half_an_hour_and_keeps_only_its_hash() {
        var started =
                (Started) startSession.start(MASTER, new Wish(Step.ACCOUNT, false, false, Optional.of(RETURN_URL)));

        var end = START.plus(Duration.ofMinutes(30));
        assertThat(started.expiresAt()).isEqualTo(end);
        assertThat(sessions.find(started.token().hash(), START))
                .contains(new ConnectSession(
                        started.token().hash(),
                        COMPANY,
                        USER,
                        Step.ACCOUNT,
                        false,
                        new Names("Northwind", "Grace Hopper"),
                        Optional.of(RETURN_URL),
                        START,
                        end));
        assertThat(sessions.find(started.token().hash(), end)).isEmpty();
        assertThat(audit.actions()).containsExactly(Action.SESSION_STARTED);
    }

    @Test
    void gives_another_link_each_time() {
        assertThat(startSession.start(MASTER, PLAIN)).isNotEqualTo(startSession.start(MASTER, PLAIN));
    }

    @Test
    void a_link_to_share_works_for_a_week() {
        var started = (Started) startSession.start(MASTER, new Wish(Step.ACCOUNT, false, true, Optional.empty()));

        assertThat(started.expiresAt()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(sessions.find(started.token().hash(), START).orElseThrow().isShareable())
                .isTrue();
    }

    @Test
    void a_member_is_told_who_can_do_it() {
        assertThat(startSession.start(MEMBER, PLAIN))
                .isEqualTo(notAllowed(
                        ErrorCode.NOT_MASTER, "Ask one of your company's Master Account users: Grace Hopper."));
        assertThat(sessions.size()).isZero();
    }

    @Test
    void a_company_without_the_integration_is_told_whom_to_ask() {
        companies.disable();

        assertThat(startSession.start(MASTER, PLAIN))
                .isEqualTo(notAllowed(ErrorCode.NOT_ENABLED, "Ask Kim (kim@hackajob.example) to switch it on."));
        assertThat(sessions.size()).isZero();
    }

    @Test
    void a_second_connection_is_already_connected() {
        connections.put(aConnection());

        assertThat(startSession.start(MASTER, PLAIN))
                .isEqualTo(notAllowed(
                        ErrorCode.ALREADY_CONNECTED, "To replace the credential, connect again on purpose."));
        assertThat(sessions.size()).isZero();
    }

    @Test
    void a_connected_company_connects_again_on_purpose() {
        connections.put(aConnection());

        assertThat(startSession.start(MASTER, new Wish(Step.ACCOUNT, true, false, Optional.empty())))
                .isInstanceOf(Started.class);
    }

    @Test
    void a_connection_that_needs_attention_or_has_ended_is_connected_again_without_more_ado() {
        connections.put(aConnection().inAttention(ErrorCode.CREDENTIAL_REJECTED, START));
        assertThat(startSession.start(MASTER, PLAIN)).isInstanceOf(Started.class);

        connections.put(aConnection().disconnected(START));
        assertThat(startSession.start(MASTER, PLAIN)).isInstanceOf(Started.class);
    }

    @Test
    void a_webhook_can_only_be_set_up_for_a_connected_company() {
        var wish = new Wish(Step.WEBHOOK, true, false, Optional.empty());
        assertThat(startSession.start(MASTER, wish))
                .isEqualTo(notAllowed(ErrorCode.NOT_CONNECTED, ErrorCode.NOT_CONNECTED.remedy()));

        connections.put(aConnection());
        assertThat(startSession.start(MASTER, wish)).isInstanceOf(Started.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/pinpoint",
                "https://app.example.com/pinpoint/",
                "https://app.example.com/pinpoint?next=evil",
                "https://app.example.com:443/pinpoint",
                "https://app.example.com/Pinpoint",
                "http://app.example.com/pinpoint",
                "https://app.example.com@evil.example/pinpoint",
                "https://app.example.com/pinpoint#x",
                "//app.example.com/pinpoint",
                "javascript:alert(1)"
            })
    void an_address_to_return_to_has_to_be_registered_to_the_letter(String address) {
        var wish = new Wish(Step.ACCOUNT, false, false, Optional.of(URI.create(address)));

        assertThat(startSession.start(MASTER, wish)).isEqualTo(new UnknownReturn());
        assertThat(sessions.size()).isZero();
    }

    @Test
    void a_link_to_share_returns_nowhere() {
        var wish = new Wish(Step.ACCOUNT, false, true, Optional.of(RETURN_URL));

        assertThat(startSession.start(MASTER, wish)).isEqualTo(new UnknownReturn());
    }

    private static Outcome notAllowed(ErrorCode code, String remedy) {
        return new NotAllowed(new Obstacle(code, remedy));
    }
}
