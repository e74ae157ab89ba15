package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.mapping.PublishedJobs;
import com.hackajob.pinpoint.mapping.PublishedJobsContract;
import com.hackajob.pinpoint.updates.Outbox;

class DynamoPublishedJobsTest extends PublishedJobsContract {

    private final Table table = LocalTable.empty();

    @Override
    protected PublishedJobs jobs() {
        return new DynamoPublishedJobs(table);
    }

    @Override
    protected Mappings mappings() {
        return new DynamoMappings(table);
    }

    @Override
    protected Outbox outbox() {
        return new DynamoOutbox(table);
    }
}
