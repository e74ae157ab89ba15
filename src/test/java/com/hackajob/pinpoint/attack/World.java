package com.hackajob.pinpoint.attack;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.Company;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.InMemoryAuthorizations;
import com.hackajob.pinpoint.connection.InMemoryConnectResults;
import com.hackajob.pinpoint.connection.InMemoryConnectSessions;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.connection.InMemorySecretLeases;
import com.hackajob.pinpoint.connection.PinpointAccounts.Probe;
import com.hackajob.pinpoint.lambda.HostedFunctions;
import com.hackajob.pinpoint.pinpoint.StrictlyOverHttp;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The company that is attacked, whose Pinpoint account is {@value #ACME}; the attacker, who is a customer of hackajob and of
 * Pinpoint ({@value #EVIL}) as well; and the functions between them.
 */
final class World {

    static final String PUBLIC_URL = "https://connect.hackajob.example";
    static final String RETURN_URL = "https://app.hackajob.example/pinpoint";
    static final String COOKIE = "__Host-connect";
    static final String ACME = "acme";
    static final String EVIL = "evil";

    private static final String VICTIM = "victim-company";
    private static final String ATTACKER = "attacker-company";

    final SettableClock clock = new SettableClock();
    final AuthorizationServers servers = new AuthorizationServers(clock);
    final Vault vault = new Vault();
    final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    final InMemoryAuthorizations authorizations = new InMemoryAuthorizations();
    final InMemoryConnectResults results = new InMemoryConnectResults();
    final InMemoryAuditLog audit = new InMemoryAuditLog();
    final InMemoryOutbox outbox = new InMemoryOutbox();
    /** The applications that a worker was asked to look at. */
    final List<String> hints = new ArrayList<>();

    final InMemoryConnections connections;
    final HackajobUser grace = new HackajobUser(this, VICTIM, "grace", "master");
    final HackajobUser mallory = new HackajobUser(this, ATTACKER, "mallory", "master");
    /** Of the administrator of the victim's Pinpoint account. */
    final Browser victim = new Browser(this);

    final Browser attacker = new Browser(this);

    private final HostedFunctions functions;

    World() {
        var leases = new InMemorySecretLeases();
        RandomGenerator random = new SplittableRandom(7);
        connections = new InMemoryConnections(sessions, leases, audit, outbox);
        var around = new HostedFunctions.Surroundings(
                connections,
                sessions,
                authorizations,
                results,
                vault,
                leases,
                audit,
                World::company,
                this::probe,
                StrictlyOverHttp.client(
                        AuthorizationServers.SERVER,
                        AuthorizationServers.CLIENT,
                        AuthorizationServers.CLIENT_SECRET,
                        PUBLIC_URL,
                        servers,
                        clock),
                (company, application, _) -> hints.add(company.value() + "/" + application.value()),
                random,
                clock);
        functions = new HostedFunctions(around, PUBLIC_URL, List.of(URI.create(RETURN_URL)));
    }

    private static Optional<Company> company(CompanyId id) {
        var masters = List.of(new Company.Master(new UserId("grace"), "Grace Hopper"));
        return Optional.of(new Company(id, "The " + id.value(), true, masters));
    }

    private Probe probe(Credential credential) {
        return opens(credential)
                ? new Probe.Working(ConnectionFixtures.PERMISSIONS)
                : new Probe.NotWorking(ErrorCode.CREDENTIAL_REJECTED, List.of());
    }

    private boolean opens(Credential credential) {
        String subdomain = credential.subdomain().value();
        return switch (credential) {
            case Credential.ApiKey(var _, var key) -> key.startsWith(keyOf(subdomain));
            case Credential.OAuthTokens tokens -> servers.opens(subdomain, tokens.accessToken());
        };
    }

    static String keyOf(String subdomain) {
        return "key-of-" + subdomain.strip().split("\\W", 2)[0];
    }

    Reply send(String method, String target, String body, Map<String, String> headers, List<String> cookies) {
        return send(method, target, body, headers, cookies, Map.of());
    }

    Reply send(
            String method,
            String target,
            String body,
            Map<String, String> headers,
            List<String> cookies,
            Map<String, String> claims) {
        return Reply.of(functions.call(new HostedFunctions.Request(method, target, headers, cookies, body, claims)));
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    /** The victim connects; the link with which to go on. */
    String connected() {
        return victim.connect(grace.link(), ACME).location();
    }

    /** The victim connects and stores that webhook secret. */
    String connectedWithWebhook(String secret) {
        return victim.storeWebhookSecret(connected(), secret).location();
    }

    Connection connection() {
        return connections.find(new CompanyId(VICTIM)).orElseThrow();
    }

    Connection connectionOfAttacker() {
        return connections.find(new CompanyId(ATTACKER)).orElseThrow();
    }
}
