package com.hackajob.pinpoint.local.pinpoint;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that belongs to one tenant. Whoever reads or writes its tables holds their monitor. */
record Account(
        String subdomain,
        Clock clock,
        Tables tables,
        Policies policies,
        Faults faults,
        Keys keys,
        FileLinks fileLinks,
        Webhooks webhooks,
        Supplier<Optional<OAuth>> oauth) {

    static Account create(String subdomain, Clock clock, FileLinks fileLinks, Supplier<Optional<OAuth>> oauth) {
        Faults faults = new Faults();
        Policies policies = new Policies();
        return new Account(
                subdomain,
                clock,
                new Tables(clock, faults::readAfterWriteLag),
                policies,
                faults,
                new Keys(),
                fileLinks,
                new Webhooks(clock, policies),
                oauth);
    }

    View now() {
        return tables.now();
    }

    void notify(Row application, String subject, String recipient) {
        tables.insert(
                "notifications",
                Map.of("application_id", application.id(), "notification", new Notification(subject, recipient)));
    }
}
