package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** {@link Mappings} in the table. */
@Singleton
final class DynamoMappings implements Mappings {

    private final Table table;

    DynamoMappings(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Mapping> find(CompanyId company, JobId job) {
        return table.get(Keys.company(company), Keys.mapping(job)).map(MappingItem::read);
    }

    // Two editors: the second one's version is no longer there, so it is told instead of overwriting the first.
    @Override
    public boolean save(Mapping mapping, Optional<Version> seen) {
        return table.putIf(
                MappingItem.write(mapping),
                seen.isPresent() ? "version = :seen" : "attribute_not_exists(PK)",
                Item.empty().with(":seen", seen.map(Version::value)));
    }

    @Override
    public Removal remove(CompanyId company, JobId job, Optional<Version> seen) {
        String condition = "attribute_exists(PK)" + (seen.isPresent() ? " AND version = :seen" : "");
        try {
            table.client().deleteItem(delete -> delete.tableName(table.name())
                    .key(Item.key(Keys.company(company), Keys.mapping(job)).values())
                    .conditionExpression(condition)
                    .expressionAttributeValues(Table.orNone(Item.empty().with(":seen", seen.map(Version::value))))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Removal.REMOVED;
        } catch (ConditionalCheckFailedException failed) {
            return failed.hasItem() ? Removal.CHANGED : Removal.NOT_THERE;
        }
    }
}
