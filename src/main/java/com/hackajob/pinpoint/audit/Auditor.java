package com.hackajob.pinpoint.audit;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes audit entries: gives them their time and an id. */
public final class Auditor {

    private final RandomGenerator random;
    private final InstantSource clock;

    public Auditor(RandomGenerator random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    public AuditEntry entry(CompanyId company, Actor actor, AuditEntry.Action action) {
        return entry(company, actor, action, Optional.empty(), Optional.empty());
    }

    public AuditEntry entry(CompanyId company, Actor actor, AuditEntry.Action action, Optional<ErrorCode> code) {
        return entry(company, actor, action, code, Optional.empty());
    }

    public AuditEntry entry(CompanyId company, JobId job, Actor actor, AuditEntry.Action action) {
        return entry(company, actor, action, Optional.empty(), Optional.of(job));
    }

    public AuditEntry entry(
            CompanyId company, JobId job, Actor actor, AuditEntry.Action action, Optional<ErrorCode> code) {
        return entry(company, actor, action, code, Optional.of(job));
    }

    private AuditEntry entry(
            CompanyId company, Actor actor, AuditEntry.Action action, Optional<ErrorCode> code, Optional<JobId> job) {
        Instant now = clock.instant();
        // Hexadecimal of a fixed length sorts as its number does; the random part parts entries of one millisecond.
        String id =
                HexFormat.of().toHexDigits(now.toEpochMilli()) + HexFormat.of().toHexDigits(random.nextInt());
        return new AuditEntry(id, company, now, actor, action, code, job);
    }
}
