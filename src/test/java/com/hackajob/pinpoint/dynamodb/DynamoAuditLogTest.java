package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.AuditLogContract;

class DynamoAuditLogTest extends AuditLogContract {

    private final AuditLog log = new DynamoAuditLog(LocalTable.empty());

    @Override
    protected AuditLog log() {
        return log;
    }
}
