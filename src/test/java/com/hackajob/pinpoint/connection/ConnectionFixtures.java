package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Connections and what leads to them. */
public final class ConnectionFixtures {

    public static final CompanyId COMPANY = new CompanyId("company-1");
    public static final CompanyId OTHER_COMPANY = new CompanyId("company-2");
    public static final UserId USER = new UserId("user-1");
    public static final Subdomain SUBDOMAIN = new Subdomain("acme");
    public static final Subdomain OTHER_SUBDOMAIN = new Subdomain("acme-group");
    public static final URI RETURN_URL = URI.create("https://app.example.com/pinpoint");
    public static final SecretToken LINK = new SecretToken("the-link");
    public static final Caller MASTER = new Caller(COMPANY, USER, true);
    public static final Caller MEMBER = new Caller(COMPANY, new UserId("user-2"), false);
    public static final ConnectionId ID = new ConnectionId(COMPANY, "nonce-1");
    public static final List<Permission> PERMISSIONS = permissions(Permission.State.UNKNOWN);

    private ConnectionFixtures() {}

    public static List<Permission> permissions(Permission.State writing) {
        return List.of(
                new Permission(Permission.JOB_READ, Permission.State.OK),
                new Permission(Permission.APPLICATION_READ, Permission.State.OK),
                new Permission(Permission.APPLICATION_WRITE, writing));
    }

    /** Connected by API key a while ago; nothing waits for it, and an export has shown that writing works. */
    public static Connection aConnection() {
        return aConnectionOf(COMPANY);
    }

    public static Connection aConnectionOf(CompanyId company) {
        return aConnectionOf(company, Permission.State.OK);
    }

    /** As {@link #aConnection}, but no export has shown yet whether writing works. */
    public static Connection aConnectionThatHasNotWritten() {
        return aConnectionOf(COMPANY, Permission.State.UNKNOWN);
    }

    /** As {@link #aConnection}, but Pinpoint let us write no more. */
    public static Connection aConnectionThatMayNotWrite() {
        return aConnectionOf(COMPANY, Permission.State.MISSING)
                .inAttention(ErrorCode.PERMISSION_MISSING, SettableClock.START);
    }

    private static Connection aConnectionOf(CompanyId company, Permission.State writing) {
        var link = new Link(
                SUBDOMAIN,
                1,
                Credential.Kind.API_KEY,
                new SecretVersion("version-1"),
                permissions(writing),
                USER,
                SettableClock.START);
        return new Connection(
                new ConnectionId(company, "nonce-1"),
                link,
                new Status.Active(),
                Settings.STANDARD,
                Webhook.NONE,
                new Upkeep(Optional.of(SettableClock.START.plus(Upkeep.EVERY)), false),
                1);
    }

    /** Whose webhook was last seen then. */
    public static Connection seenWebhook(Instant at) {
        return aConnection().with(Webhook.NONE.withSecret().seen(at));
    }

    /** Whose company has set something for all its jobs. */
    public static Connection aConnectionWith(Settings settings) {
        return aConnection().with(settings);
    }

    /** One that Pinpoint lets in no more. */
    public static Connection inAttention(ErrorCode code, Instant since) {
        return aConnection().inAttention(code, since);
    }

    /** A connection that the company has ended, its credential not deleted yet. */
    public static Connection ending() {
        return aConnection().disconnected(SettableClock.START);
    }

    /** A connection that the company has ended, its credential deleted. */
    public static Connection ended() {
        return aConnection().disconnected(SettableClock.START).withoutSecret(SettableClock.START);
    }

    /** The link of a connection just made with that credential, in so many accounts after the first. */
    public static Link aLink(Credential credential, int generation, String version) {
        return new Link(
                credential.subdomain(),
                generation,
                credential.kind(),
                new SecretVersion(version),
                PERMISSIONS,
                USER,
                SettableClock.START);
    }

    /** The same account again, with OAuth tokens. */
    public static Connection aConnectionWith(SecretVersion secret) {
        return aConnection().relinked(aLink(FakeOAuthServer.tokens(SUBDOMAIN), 1, secret.id()));
    }

    /** Another account of the same company, connected after the first. */
    public static Connection aConnectionToAnotherAccount() {
        return aConnection().relinked(aLink(anApiKeyOfAnotherAccount(), 2, "version-2"));
    }

    public static ConnectSession aSession() {
        return aSessionWith(LINK);
    }

    public static ConnectSession aSessionWith(SecretToken link) {
        return aSessionWith(link, ConnectSession.Step.ACCOUNT);
    }

    public static ConnectSession aSessionWith(SecretToken link, ConnectSession.Step step) {
        return new ConnectSession(
                link.hash(),
                COMPANY,
                USER,
                step,
                false,
                new ConnectSession.Names("Northwind", "Grace Hopper"),
                Optional.of(RETURN_URL),
                SettableClock.START,
                SettableClock.START.plus(Duration.ofMinutes(30)));
    }

    public static Authorization anAuthorizationWith(SecretToken state) {
        return new Authorization(
                state.hash(),
                LINK.hash(),
                new SecretToken("the-browser").hash(),
                SUBDOMAIN,
                false,
                URI.create("https://acme.example.com/oauth/token"),
                SettableClock.START.plus(Duration.ofMinutes(10)));
    }

    public static Credential.ApiKey anApiKey() {
        return new Credential.ApiKey(SUBDOMAIN, "key-1");
    }

    public static Credential.ApiKey anApiKeyOfAnotherAccount() {
        return new Credential.ApiKey(OTHER_SUBDOMAIN, "key-2");
    }
}
