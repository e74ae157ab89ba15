package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.Worker;
import com.hackajob.pinpoint.mapping.StageId;
import java.time.Instant;

/** What a message on events.fifo says. */
sealed interface Event {

    /** A candidate accepted. */
    record CandidateAccepted(ExportKey key) implements Event {}

    /** hackajob moved a candidate. */
    record CandidateMoved(ExportKey key, StageId stage, Instant at) implements Event {}

    /** Something may have happened to an application in Pinpoint. */
    record PinpointHint(CompanyId company, ApplicationId application, Instant at) implements Event {}

    /** hackajob erased a candidate. */
    record CandidateErased(CompanyId company, CandidateId candidate, Instant at) implements Event {}

    /** A job was published. */
    record JobPublished(CompanyId company, JobId job, String title, Instant at) implements Event {}

    /** A job was closed or deleted. */
    record JobClosed(CompanyId company, JobId job, Instant at) implements Event {}

    /** The company has work whose time has come. */
    record CompanyDue(Worker.Round round) implements Event {}

    /** The company's connection is due to be looked after. */
    record ConnectionPoll(CompanyId company) implements Event {}

    /** Of a type that we do not handle: the contract lets others come. */
    record Ignored(String type) implements Event {}

    /** Not of the agreed form. */
    record Unreadable(String reason) implements Event {}
}
