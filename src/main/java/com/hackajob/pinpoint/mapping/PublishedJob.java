package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import java.time.Instant;

/**
 * A hackajob job as its publication told of it. One that is only known to be mapped has no title, is not live, and is so
 * since the epoch.
 *
 * @param title as it was when it was published; cut where it is longer than anybody reads
 * @param isLive false once it was closed or deleted
 * @param since when hackajob did that: an older event that comes later changes nothing
 * @param isMapped whether the job has a mapping, whichever came first
 */
public record PublishedJob(
        CompanyId company, JobId job, String title, boolean isLive, Instant since, boolean isMapped) {

    private static final int LONGEST_TITLE = 200;

    public PublishedJob {
        if (title.length() > LONGEST_TITLE) {
            title = title.substring(0, LONGEST_TITLE);
        }
    }

    /** The same, once its mapping is removed. */
    public PublishedJob unmapped() {
        return new PublishedJob(company, job, title, isLive, since, false);
    }

    /** Whether an employer should be asked what the job stands for in Pinpoint. */
    public boolean needsMapping() {
        return isLive && !isMapped;
    }
}
