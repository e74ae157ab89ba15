package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aLink;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.CompleteAuthorization.Callback;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.OAuthServer.AuthorizationCode;
import com.hackajob.pinpoint.connection.StartAuthorization.Outcome;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the start of an OAuth authorization to its callback. */
class CompleteAuthorizationTest {

    private static final NotConnected EXPIRED = new NotConnected(ErrorCode.SESSION_EXPIRED);
    private static final NotConnected REFUSED = new NotConnected(ErrorCode.OAUTH_REFUSED);
    private static final String ISSUER = "https://acme.example.com";

    private final SettableClock clock = new SettableClock();
    private final FakeOAuthServer server = new FakeOAuthServer();
    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryConnections connections =
            new InMemoryConnections(sessions, new InMemorySecretLeases(), audit, new InMemoryOutbox());
    private final InMemoryAuthorizations authorizations = new InMemoryAuthorizations();
    private final StartAuthorization start =
            new StartAuthorization(server, sessions, authorizations, new SplittableRandom(7), clock);
    private final CompleteAuthorization complete = new CompleteAuthorization(
            authorizations,
            server,
            new CompleteConnection(
                    new FakePinpointAccounts(),
                    new FakeCredentials(),
                    connections,
                    sessions,
                    audit,
                    new Auditor(new SplittableRandom(8), clock),
                    new SplittableRandom(9),
                    clock),
            clock);

    @BeforeEach
    void open() {
        sessions.save(aSession());
    }

    @Test
    void sends_the_browser_to_pinpoint_with_a_state_and_a_challenge() {
        var random = new SplittableRandom(7);
        var state = SecretToken.random(random);
        var browser = SecretToken.random(random);

        assertThat(start.start(LINK, SUBDOMAIN, false))
                .isEqualTo(new Outcome.Redirect(
                        URI.create("https://acme.example.com/oauth/authorize?state=" + state.value()
                                + "&code_challenge="
                                + PkceVerifier.of(browser).challenge()),
                        browser));
        assertThat(authorizations.take(state.hash(), START))
                .contains(new Authorization(
                        state.hash(),
                        LINK.hash(),
                        browser.hash(),
                        SUBDOMAIN,
                        false,
                        URI.create("https://acme.example.com/oauth/token"),
                        START.plus(Duration.ofMinutes(10))));
    }

    @Test
    void does_not_start_where_pinpoint_gave_hackajob_no_client() {
        server.withoutClient();

        assertThat(start.start(LINK, SUBDOMAIN, false)).isEqualTo(new Outcome.NotStarted(ErrorCode.OAUTH_UNAVAILABLE));
    }

    @Test
    void does_not_start_with_a_link_that_has_expired() {
        clock.pass(Duration.ofMinutes(30));

        assertThat(start.start(LINK, SUBDOMAIN, false)).isEqualTo(new Outcome.NotStarted(ErrorCode.SESSION_EXPIRED));
    }

    @Test
    void connects_when_the_browser_comes_back_with_a_code() {
        assertThat(complete.complete(new Journey().callback())).isInstanceOf(Connected.class);

        assertThat(connections.find(COMPANY).map(Connection::link))
                .contains(aLink(FakeOAuthServer.tokens(SUBDOMAIN), 1, "version-1"));
    }

    @Test
    void connects_when_the_issuer_is_the_one_that_was_asked() {
        assertThat(complete.complete(new Journey().callbackFrom(ISSUER))).isInstanceOf(Connected.class);
    }

    @Test
    void refuses_an_answer_without_issuer_of_a_server_that_names_itself() {
        assertThat(complete.complete(new Journey().callbackOf(Optional.empty())))
                .isEqualTo(REFUSED);
    }

    @Test
    void takes_an_answer_without_issuer_of_a_server_that_does_not_name_itself() {
        server.withoutIssuer();

        assertThat(complete.complete(new Journey().callbackOf(Optional.empty())))
                .isInstanceOf(Connected.class);
    }

    @Test
    void tells_a_server_that_can_not_answer_now_from_a_refusal() {
        var journey = new Journey();

        assertThat(complete.complete(journey.failed("temporarily_unavailable")))
                .isEqualTo(new NotConnected(ErrorCode.PINPOINT_UNAVAILABLE));
    }

    @Test
    void an_error_counts_although_there_is_a_code() {
        var journey = new Journey();

        assertThat(complete.complete(journey.failed("access_denied"))).isEqualTo(REFUSED);
        assertThat(server.redemptions()).isZero();
    }

    @Test
    void another_account_is_taken_where_that_was_confirmed_at_the_start() {
        connections.put(ConnectionFixtures.aConnectionToAnotherAccount());

        assertThat(complete.complete(new Journey(false).callback()))
                .isEqualTo(new NotConnected(ErrorCode.ALREADY_CONNECTED));
        assertThat(complete.complete(new Journey(true).callback())).isInstanceOf(Connected.class);
    }

    @Test
    void a_state_works_once() {
        var callback = new Journey().callback();
        complete.complete(callback);

        assertThat(complete.complete(callback)).isEqualTo(EXPIRED);
    }

    @Test
    void a_state_that_was_tried_with_a_wrong_cookie_does_not_work_any_more() {
        var journey = new Journey();
        assertThat(complete.complete(journey.callbackIn(Optional.of(new SecretToken("another-browser")))))
                .isEqualTo(REFUSED);

        assertThat(complete.complete(journey.callback())).isEqualTo(EXPIRED);
        assertThat(connections.find(COMPANY)).isEmpty();
    }

    @Test
    void refuses_a_browser_without_the_cookie_of_the_start() {
        assertThat(complete.complete(new Journey().callbackIn(Optional.empty())))
                .isEqualTo(REFUSED);
    }

    @Test
    void presents_no_code_that_another_browser_or_issuer_brought() {
        complete.complete(new Journey().callbackIn(Optional.of(new SecretToken("another-browser"))));
        complete.complete(new Journey().callbackFrom("https://evil.example.com"));

        assertThat(server.redemptions()).isZero();
    }

    @Test
    void refuses_the_code_of_another_issuer() {
        assertThat(complete.complete(new Journey().callbackFrom("https://evil.example.com")))
                .isEqualTo(REFUSED);
    }

    @Test
    void refuses_when_the_administrator_declined() {
        var journey = new Journey();

        assertThat(complete.complete(new Callback(
                        journey.state,
                        Optional.of(journey.browser),
                        Optional.empty(),
                        Optional.of(ISSUER),
                        Optional.of("access_denied"))))
                .isEqualTo(REFUSED);
    }

    @Test
    void refuses_a_code_that_the_server_does_not_know() {
        var journey = new Journey();

        assertThat(complete.complete(new Callback(
                        journey.state,
                        Optional.of(journey.browser),
                        Optional.of(new AuthorizationCode("made-up")),
                        Optional.of(ISSUER),
                        Optional.empty())))
                .isEqualTo(REFUSED);
    }

    @Test
    void refuses_a_code_that_was_given_to_another_authorization() {
        var victims = new Journey();
        var attackers = new Journey();

        assertThat(complete.complete(new Callback(
                        attackers.state,
                        Optional.of(attackers.browser),
                        Optional.of(victims.code),
                        Optional.of(ISSUER),
                        Optional.empty())))
                .isEqualTo(REFUSED);
    }

    @Test
    void an_authorization_lasts_ten_minutes() {
        var callback = new Journey().callback();
        clock.pass(Duration.ofMinutes(10));

        assertThat(complete.complete(callback)).isEqualTo(EXPIRED);
    }

    @Test
    void an_unknown_state_is_an_expired_one() {
        assertThat(complete.complete(new Callback(
                        new SecretToken("made-up"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .isEqualTo(EXPIRED);
    }

    @Test
    void rings_when_the_server_does_not_answer() {
        var callback = new Journey().callback();
        server.goDown();

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> complete.complete(callback));
    }

    /** A browser that went to Pinpoint, where the administrator approved. */
    private final class Journey {

        final SecretToken state;
        final SecretToken browser;
        final AuthorizationCode code;

        Journey() {
            this(false);
        }

        Journey(boolean confirmed) {
            var redirect = (Outcome.Redirect) start.start(LINK, SUBDOMAIN, confirmed);
            state = new SecretToken(redirect.to().getQuery().replaceFirst("state=([^&]*).*", "$1"));
            browser = redirect.browser();
            code = server.approve(redirect.to());
        }

        Callback callback() {
            return callbackIn(Optional.of(browser));
        }

        Callback callbackIn(Optional<SecretToken> browser) {
            return new Callback(state, browser, Optional.of(code), Optional.of(ISSUER), Optional.empty());
        }

        Callback callbackFrom(String issuer) {
            return callbackOf(Optional.of(issuer));
        }

        Callback callbackOf(Optional<String> issuer) {
            return new Callback(state, Optional.of(browser), Optional.of(code), issuer, Optional.empty());
        }

        Callback failed(String error) {
            return new Callback(
                    state, Optional.of(browser), Optional.of(code), Optional.of(ISSUER), Optional.of(error));
        }
    }
}
