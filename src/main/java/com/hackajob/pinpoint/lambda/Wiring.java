package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.mapping.EditMapping;
import com.hackajob.pinpoint.mapping.FollowJob;
import com.hackajob.pinpoint.mapping.FollowJobs;
import com.hackajob.pinpoint.mapping.HackajobJobs;
import com.hackajob.pinpoint.mapping.ImportMapping;
import com.hackajob.pinpoint.mapping.ImportMappings;
import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.mapping.PinpointJobs;
import com.hackajob.pinpoint.mapping.PreviewMapping;
import com.hackajob.pinpoint.mapping.PromptForMapping;
import com.hackajob.pinpoint.mapping.PublishedJobs;
import com.hackajob.pinpoint.mapping.RemoveMapping;
import com.hackajob.pinpoint.mapping.RepairMapping;
import com.hackajob.pinpoint.mapping.SuggestMapping;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.UpdateChannel;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    Invocations invocations(
            @ConfigProperty(name = "quarkus.lambda.handler") Optional<String> function,
            @ConfigProperty(name = "metrics.namespace", defaultValue = "pinpoint-integration") String namespace,
            InstantSource clock) {
        return new Invocations(
                function.orElse("none"), new Emf(namespace), Trace::ofThisInvocation, clock, Wiring::log);
    }

    // Not by the logger, whose prefix would be no JSON. One write a line: Lambda makes an entry of each.
    private static void log(String line) {
        System.out.print(line + "\n");
    }

    @Produces
    @Singleton
    EditMapping editMapping(
            Connections connections,
            HackajobJobs hackajobJobs,
            PinpointJobs pinpointJobs,
            Mappings mappings,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        return new EditMapping(connections, hackajobJobs, pinpointJobs, mappings, auditor, random, clock);
    }

    @Produces
    @Singleton
    PreviewMapping previewMapping(
            Connections connections, Mappings mappings, HackajobJobs hackajobJobs, PinpointJobs pinpointJobs) {
        return new PreviewMapping(connections, mappings, hackajobJobs, pinpointJobs);
    }

    @Produces
    @Singleton
    RemoveMapping removeMapping(Mappings mappings, Auditor auditor) {
        return new RemoveMapping(mappings, auditor);
    }

    @Produces
    @Singleton
    FollowJob followJob(
            PinpointJobs pinpointJobs,
            Mappings mappings,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        return new FollowJob(pinpointJobs, mappings, auditor, random, clock);
    }

    @Produces
    @Singleton
    FollowJobs followJobs(PinpointJobs pinpointJobs, Mappings mappings, FollowJob followJob) {
        return new FollowJobs(pinpointJobs, mappings, followJob);
    }

    @Produces
    @Singleton
    RepairMapping repairMapping(
            Connections connections,
            Mappings mappings,
            FollowJob followJob,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        return new RepairMapping(connections, mappings, followJob, auditor, random, clock);
    }

    @Produces
    @Singleton
    PromptForMapping promptForMapping(PublishedJobs jobs, DeliverUpdate delivery) {
        return new PromptForMapping(jobs, delivery);
    }

    @Produces
    @Singleton
    ImportMapping importMapping(
            Connections connections,
            Mappings mappings,
            HackajobJobs hackajobJobs,
            PinpointJobs pinpointJobs,
            EditMapping editMapping) {
        return new ImportMapping(connections, mappings, hackajobJobs, pinpointJobs, editMapping);
    }

    @Produces
    @Singleton
    ImportMappings importMappings(
            Mappings mappings, PinpointJobs pinpointJobs, ImportMapping importMapping, InstantSource clock) {
        return new ImportMappings(mappings, pinpointJobs, importMapping, clock);
    }

    @Produces
    @Singleton
    SuggestMapping suggestMapping(Connections connections, HackajobJobs hackajobJobs, PinpointJobs pinpointJobs) {
        return new SuggestMapping(connections, hackajobJobs, pinpointJobs);
    }

    @Produces
    @Singleton
    DeliverUpdate deliverUpdate(UpdateChannel channel, Outbox outbox) {
        return new DeliverUpdate(channel, outbox);
    }
}
