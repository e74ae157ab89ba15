package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.PublishedJob;
import com.hackajob.pinpoint.mapping.PublishedJobs.Position;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A published job as a row; in GSI1 as long as it needs a mapping. */
final class PublishedJobItem {

    private PublishedJobItem() {}

    static Item key(CompanyId company, JobId job) {
        return Item.key(Keys.company(company), Keys.job(job));
    }

    static Item write(PublishedJob job) {
        Item row = key(job.company(), job.job())
                .with("company", job.company().value())
                .with("job", job.job().value())
                .with("title", job.title())
                .with("live", job.isLive())
                .with("since", job.since())
                .with("mapped", job.isMapped());
        return job.needsMapping()
                ? row.with("GSI1PK", Keys.unmapped(job.company()))
                        .with("GSI1SK", Keys.unmappedSince(job.since(), job.job()))
                : row;
    }

    static PublishedJob read(Item item) {
        return new PublishedJob(
                new CompanyId(item.text("company")),
                new JobId(item.text("job")),
                item.text("title"),
                item.flag("live"),
                item.instant("since"),
                item.flag("mapped"));
    }

    /** Putting the row, if it still is as it was seen. */
    static TransactWriteItem putting(Table table, PublishedJob next, Optional<PublishedJob> seen) {
        String condition =
                seen.isPresent() ? "since = :since AND live = :live AND mapped = :mapped" : "attribute_not_exists(PK)";
        Item values = Item.empty();
        seen.ifPresent(known -> values.with(":since", known.since())
                .with(":live", known.isLive())
                .with(":mapped", known.isMapped()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(write(next).values())
                        .conditionExpression(condition)
                        .expressionAttributeValues(Table.orNone(values)))
                .build();
    }

    /** Where the index goes on. */
    static Item indexKey(CompanyId company, Position position) {
        return key(company, position.job())
                .with("GSI1PK", Keys.unmapped(company))
                .with("GSI1SK", Keys.unmappedSince(position.since(), position.job()));
    }
}
