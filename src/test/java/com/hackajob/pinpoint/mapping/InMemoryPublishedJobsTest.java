package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Outbox;

class InMemoryPublishedJobsTest extends PublishedJobsContract {

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryMappings mappings = new InMemoryMappings();
    private final InMemoryPublishedJobs jobs = new InMemoryPublishedJobs(mappings, outbox);

    @Override
    protected PublishedJobs jobs() {
        return jobs;
    }

    @Override
    protected Mappings mappings() {
        return mappings;
    }

    @Override
    protected Outbox outbox() {
        return outbox;
    }
}
