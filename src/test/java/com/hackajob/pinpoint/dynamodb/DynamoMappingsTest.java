package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.mapping.MappingsContract;

class DynamoMappingsTest extends MappingsContract {

    private final Table table = LocalTable.empty();

    @Override
    protected Mappings mappings() {
        return new DynamoMappings(table);
    }

    @Override
    protected AuditLog audit() {
        return new DynamoAuditLog(table);
    }
}
