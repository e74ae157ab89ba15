package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.SUBDOMAIN;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionWith;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.CompleteAuthorization.Callback;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.OAuthServer.AuthorizationCode;
import com.hackajob.pinpoint.connection.StartAuthorization.Outcome;
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
    private final InMemoryConnections connections = new InMemoryConnections(sessions);
    private final InMemoryAuthorizations authorizations = new InMemoryAuthorizations();
    private final StartAuthorization start =
            new StartAuthorization(server, sessions, authorizations, new SplittableRandom(7), clock);
    private final CompleteAuthorization complete = new CompleteAuthorization(
            authorizations,
            server,
            new CompleteConnection(new FakePinpointAccounts(), new FakeCredentials(), connections, sessions, clock),
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

        assertThat(start.start(LINK, SUBDOMAIN))
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
                        URI.create("https://acme.example.com/oauth/token"),
                        START.plus(Duration.ofMinutes(10))));
    }

    @Test
    void does_not_start_where_pinpoint_gave_hackajob_no_client() {
        server.withoutClient();

        assertThat(start.start(LINK, SUBDOMAIN)).isEqualTo(new Outcome.NotStarted(ErrorCode.OAUTH_UNAVAILABLE));
    }

    @Test
    void does_not_start_with_a_link_that_has_expired() {
        clock.pass(Duration.ofMinutes(30));

        assertThat(start.start(LINK, SUBDOMAIN)).isEqualTo(new Outcome.NotStarted(ErrorCode.SESSION_EXPIRED));
    }

    @Test
    void connects_when_the_browser_comes_back_with_a_code() {
        assertThat(complete.complete(new Journey().callback())).isEqualTo(connected());

        assertThat(connections.find(COMPANY)).contains(aConnectionWith(new SecretVersion("version-1")));
    }

    @Test
    void connects_when_the_issuer_is_the_one_that_was_asked() {
        assertThat(complete.complete(new Journey().callbackFrom(ISSUER))).isEqualTo(connected());
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

        assertThat(complete.complete(
                        new Callback(journey.state, Optional.of(journey.browser), Optional.empty(), Optional.empty())))
                .isEqualTo(REFUSED);
    }

    @Test
    void refuses_a_code_that_the_server_does_not_know() {
        var journey = new Journey();

        assertThat(complete.complete(new Callback(
                        journey.state,
                        Optional.of(journey.browser),
                        Optional.of(new AuthorizationCode("made-up")),
                        Optional.empty())))
                .isEqualTo(REFUSED);
    }

    @Test
    void refuses_a_code_that_was_given_to_another_authorization() {
        var victims = new Journey();
        var attackers = new Journey();

        assertThat(complete.complete(new Callback(
                        attackers.state, Optional.of(attackers.browser), Optional.of(victims.code), Optional.empty())))
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
        assertThat(complete.complete(
                        new Callback(new SecretToken("made-up"), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo(EXPIRED);
    }

    @Test
    void rings_when_the_server_does_not_answer() {
        var callback = new Journey().callback();
        server.goDown();

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> complete.complete(callback));
    }

    private static Connected connected() {
        return new Connected(aConnectionWith(new SecretVersion("version-1")));
    }

    /** A browser that went to Pinpoint, where the administrator approved. */
    private final class Journey {

        final SecretToken state;
        final SecretToken browser;
        final AuthorizationCode code;

        Journey() {
            var redirect = (Outcome.Redirect) start.start(LINK, SUBDOMAIN);
            state = new SecretToken(redirect.to().getQuery().replaceFirst("state=([^&]*).*", "$1"));
            browser = redirect.browser();
            code = server.approve(redirect.to());
        }

        Callback callback() {
            return callbackIn(Optional.of(browser));
        }

        Callback callbackIn(Optional<SecretToken> browser) {
            return new Callback(state, browser, Optional.of(code), Optional.empty());
        }

        Callback callbackFrom(String issuer) {
            return new Callback(state, Optional.of(browser), Optional.of(code), Optional.of(issuer));
        }
    }
}
