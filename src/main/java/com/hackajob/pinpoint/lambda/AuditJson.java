package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditLog;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A page of the audit trail as callers see it. */
@RegisterForReflection
record AuditJson(List<EntryJson> entries, Optional<String> next) {

    static AuditJson of(AuditLog.Page page) {
        return new AuditJson(page.entries().stream().map(EntryJson::of).toList(), page.next());
    }

    /** @param by user, link (whoever held the link that the user had asked for) or system */
    @RegisterForReflection
    record EntryJson(
            String id,
            Instant at,
            String by,
            Optional<String> userId,
            String action,
            Optional<String> code,
            Optional<String> jobId) {
        private static EntryJson of(AuditEntry entry) {
            return new EntryJson(
                    entry.id(),
                    entry.at(),
                    word(entry.actor().kind()),
                    entry.actor().user().map(UserId::value),
                    word(entry.action()),
                    entry.code().map(ErrorCode::code),
                    entry.job().map(JobId::value));
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }
}
