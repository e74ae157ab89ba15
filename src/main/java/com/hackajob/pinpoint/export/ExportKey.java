package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.updates.Update;
import java.util.Optional;

/** What is exported exactly once: this candidate, for this job of this company. */
public record ExportKey(CompanyId company, JobId job, CandidateId candidate) {

    /** As hackajob is told of it. */
    public Update.Subject subject() {
        return new Update.Subject(company, Optional.of(job), Optional.of(candidate));
    }

    /**
     * The id of an update about it.
     *
     * @param which tells it from the others, and is the same whenever it is the same
     */
    public String updateId(String which) {
        return String.join("~", company.value(), job.value(), candidate.value(), which);
    }

    /** The external system reference under which Pinpoint holds our application: how we find it again. */
    public Reference reference() {
        return new Reference(Reference.PREFIX + company.value() + "/" + job.value() + "/" + candidate.value());
    }
}
