package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Connections and what leads to them. */
public final class ConnectionFixtures {

    public static final CompanyId COMPANY = new CompanyId("company-1");
    public static final CompanyId OTHER_COMPANY = new CompanyId("company-2");
    public static final UserId USER = new UserId("user-1");
    public static final Subdomain SUBDOMAIN = new Subdomain("acme");
    public static final Subdomain OTHER_SUBDOMAIN = new Subdomain("acme-group");
    public static final SecretToken LINK = new SecretToken("the-link");
    public static final List<Permission> PERMISSIONS = List.of(
            new Permission("Job read", Permission.State.OK),
            new Permission("Application read", Permission.State.OK),
            new Permission("Application write", Permission.State.UNKNOWN));

    private ConnectionFixtures() {}

    public static Connection aConnection() {
        return aConnectionOf(COMPANY);
    }

    public static Connection aConnectionOf(CompanyId company) {
        return new Connection(
                company,
                SUBDOMAIN,
                Credential.Kind.API_KEY,
                new SecretVersion("version-1"),
                1,
                PERMISSIONS,
                USER,
                SettableClock.START);
    }

    /** The same account again, with another secret. */
    public static Connection aConnectionWith(SecretVersion secret) {
        return new Connection(
                COMPANY, SUBDOMAIN, Credential.Kind.OAUTH, secret, 1, PERMISSIONS, USER, SettableClock.START);
    }

    /** Another account of the same company, connected after the first. */
    public static Connection aConnectionToAnotherAccount() {
        return new Connection(
                COMPANY,
                OTHER_SUBDOMAIN,
                Credential.Kind.API_KEY,
                new SecretVersion("version-2"),
                2,
                PERMISSIONS,
                USER,
                SettableClock.START);
    }

    public static ConnectSession aSession() {
        return aSessionWith(LINK);
    }

    public static ConnectSession aSessionWith(SecretToken link) {
        return new ConnectSession(link.hash(), COMPANY, USER, SettableClock.START.plus(Duration.ofMinutes(30)));
    }

    public static Authorization anAuthorizationWith(SecretToken state) {
        return new Authorization(
                state.hash(),
                LINK.hash(),
                new SecretToken("the-browser").hash(),
                SUBDOMAIN,
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
