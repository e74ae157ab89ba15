package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;

class InMemoryMappingsTest extends MappingsContract {

    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryMappings mappings = new InMemoryMappings(audit);

    @Override
    protected Mappings mappings() {
        return mappings;
    }

    @Override
    protected AuditLog audit() {
        return audit;
    }
}
