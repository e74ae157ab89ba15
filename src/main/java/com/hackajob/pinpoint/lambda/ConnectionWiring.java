package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.Authorizations;
import com.hackajob.pinpoint.connection.ChangeSettings;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.Companies;
import com.hackajob.pinpoint.connection.CompleteAuthorization;
import com.hackajob.pinpoint.connection.CompleteConnection;
import com.hackajob.pinpoint.connection.ConnectResults;
import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.Credentials;
import com.hackajob.pinpoint.connection.CurrentCredential;
import com.hackajob.pinpoint.connection.EndConnection;
import com.hackajob.pinpoint.connection.FinishConnecting;
import com.hackajob.pinpoint.connection.OAuthServer;
import com.hackajob.pinpoint.connection.Pause;
import com.hackajob.pinpoint.connection.PinpointAccounts;
import com.hackajob.pinpoint.connection.Prerequisites;
import com.hackajob.pinpoint.connection.ReceiveWebhook;
import com.hackajob.pinpoint.connection.RecordHealth;
import com.hackajob.pinpoint.connection.RefreshCredential;
import com.hackajob.pinpoint.connection.RevokeSession;
import com.hackajob.pinpoint.connection.SecretLeases;
import com.hackajob.pinpoint.connection.SetWebhookSecret;
import com.hackajob.pinpoint.connection.StartAuthorization;
import com.hackajob.pinpoint.connection.StartSession;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** As {@link Wiring}, for connections. */
final class ConnectionWiring {

    @Produces
    @Singleton
    Auditor auditor(RandomGenerator random, InstantSource clock) {
        return new Auditor(random, clock);
    }

    @Produces
    @Singleton
    Pause pause() {
        return length -> LockSupport.parkNanos(length.toNanos());
    }

    @Produces
    @Singleton
    Prerequisites prerequisites(
            Companies companies,
            @ConfigProperty(name = "customer.success.contact", defaultValue = "your hackajob Customer Success Manager")
                    String contact) {
        return new Prerequisites(companies, contact);
    }

    @Produces
    @Singleton
    StartSession startSession(
            Prerequisites prerequisites,
            Companies companies,
            Connections connections,
            ConnectSessions sessions,
            @ConfigProperty(name = "return.urls") Optional<List<URI>> returnUrls,
            AuditLog audit,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        return new StartSession(
                prerequisites,
                companies,
                connections,
                sessions,
                returnUrls.orElse(List.of()),
                audit,
                auditor,
                random,
                clock);
    }

    @Produces
    @Singleton
    RevokeSession revokeSession(ConnectSessions sessions, AuditLog audit, Auditor auditor) {
        return new RevokeSession(sessions, audit, auditor);
    }

    @Produces
    @Singleton
    CompleteConnection completeConnection(
            PinpointAccounts accounts,
            Credentials credentials,
            Connections connections,
            ConnectSessions sessions,
            AuditLog audit,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        return new CompleteConnection(accounts, credentials, connections, sessions, audit, auditor, random, clock);
    }

    @Produces
    @Singleton
    StartAuthorization startAuthorization(
            OAuthServer server,
            ConnectSessions sessions,
            Authorizations authorizations,
            RandomGenerator random,
            InstantSource clock) {
        return new StartAuthorization(server, sessions, authorizations, random, clock);
    }

    @Produces
    @Singleton
    CompleteAuthorization completeAuthorization(
            Authorizations authorizations, OAuthServer server, CompleteConnection completion, InstantSource clock) {
        return new CompleteAuthorization(authorizations, server, completion, clock);
    }

    @Produces
    @Singleton
    SetWebhookSecret setWebhookSecret(
            Credentials credentials,
            Connections connections,
            ConnectSessions sessions,
            SecretLeases leases,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        return new SetWebhookSecret(credentials, connections, sessions, leases, auditor, random, clock);
    }

    @Produces
    @Singleton
    FinishConnecting finishConnecting(
            ConnectSessions sessions, ConnectResults results, RandomGenerator random, InstantSource clock) {
        return new FinishConnecting(sessions, results, random, clock);
    }

    @Produces
    @Singleton
    RecordHealth recordHealth(Connections connections, Auditor auditor, InstantSource clock) {
        return new RecordHealth(connections, auditor, clock);
    }

    @Produces
    @Singleton
    RefreshCredential refreshCredential(
            OAuthServer server,
            Credentials credentials,
            Connections connections,
            SecretLeases leases,
            RecordHealth health,
            Pause pause,
            InstantSource clock) {
        return new RefreshCredential(server, credentials, connections, leases, health, pause, clock);
    }

    @Produces
    @Singleton
    CurrentCredential currentCredential(Credentials credentials, RefreshCredential refresh, InstantSource clock) {
        return new CurrentCredential(credentials, refresh, clock);
    }

    @Produces
    @Singleton
    CheckConnection checkConnection(
            Connections connections,
            PinpointAccounts accounts,
            Credentials credentials,
            CurrentCredential credential,
            RecordHealth health) {
        return new CheckConnection(connections, accounts, credentials, credential, health);
    }

    @Produces
    @Singleton
    ChangeSettings changeSettings(Connections connections, Auditor auditor) {
        return new ChangeSettings(connections, auditor);
    }

    @Produces
    @Singleton
    EndConnection endConnection(
            Connections connections, Credentials credentials, Auditor auditor, InstantSource clock) {
        return new EndConnection(connections, credentials, auditor, clock);
    }

    @Produces
    @Singleton
    ReceiveWebhook receiveWebhook(Connections connections, Credentials credentials, InstantSource clock) {
        return new ReceiveWebhook(connections, credentials, clock);
    }
}
