package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.connection.Authorizations;
import com.hackajob.pinpoint.connection.CompleteAuthorization;
import com.hackajob.pinpoint.connection.CompleteConnection;
import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.Credentials;
import com.hackajob.pinpoint.connection.OAuthServer;
import com.hackajob.pinpoint.connection.PinpointAccounts;
import com.hackajob.pinpoint.connection.StartAuthorization;
import com.hackajob.pinpoint.connection.StartSession;
import com.hackajob.pinpoint.mapping.EditMapping;
import com.hackajob.pinpoint.mapping.HackajobJobs;
import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.mapping.PinpointJobs;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/** Joins the features' use cases with the world outside; time and randomness come in here and nowhere else. */
final class Wiring {

    /** In milliseconds, as the table keeps them: what was written reads back the same. */
    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    StartSession startSession(ConnectSessions sessions, RandomGenerator random, InstantSource clock) {
        return new StartSession(sessions, random, clock);
    }

    @Produces
    @Singleton
    CompleteConnection completeConnection(
            PinpointAccounts accounts,
            Credentials credentials,
            Connections connections,
            ConnectSessions sessions,
            InstantSource clock) {
        return new CompleteConnection(accounts, credentials, connections, sessions, clock);
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
    EditMapping editMapping(
            Connections connections,
            HackajobJobs hackajobJobs,
            PinpointJobs pinpointJobs,
            Mappings mappings,
            RandomGenerator random,
            InstantSource clock) {
        return new EditMapping(connections, hackajobJobs, pinpointJobs, mappings, random, clock);
    }
}
