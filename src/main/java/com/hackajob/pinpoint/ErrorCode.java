package com.hackajob.pinpoint;

import java.util.Locale;

/**
 * Everything that can go wrong, by the name that callers, receipts and updates use. Each says what happened and what an
 * employer can do; {@code openapi.yaml} lists the same names (a test compares them).
 */
public enum ErrorCode {
    ALREADY_CONNECTED(
            "This company is connected to another Pinpoint account.",
            "Existing mappings will not fit another account. To switch all the same, confirm it."),
    API_DISABLED(
            "The Pinpoint API is switched off in this Pinpoint account.",
            "In Pinpoint, an Administrator opens Settings > API & Webhooks and switches the Pinpoint API on."),
    CANDIDATE_BLOCKED(
            "Pinpoint does not let this candidate apply.",
            "In Pinpoint, unblock the candidate if that is wanted, then replay the export."),
    CANDIDATE_NOT_FOUND(
            "hackajob no longer has this candidate on this job.",
            "Check the candidate on hackajob, then replay the export."),
    CREDENTIAL_REJECTED(
            "Pinpoint does not accept the credential.",
            "In Pinpoint, an Administrator creates a new API key; connect again with it. Waiting candidates then go through."),
    CV_MISSING(
            "The Pinpoint job demands a CV and the candidate has none on hackajob.",
            "Ask the candidate to add a CV on hackajob, or make the CV optional in Pinpoint, then replay the export."),
    CV_TOO_LARGE(
            "The candidate's CV is larger than 10 MB, which Pinpoint does not take.",
            "Ask the candidate for a smaller file on hackajob, then replay the export."),
    CV_TYPE(
            "The candidate's CV is not a PDF, Word, RTF or text file.",
            "Ask the candidate for a CV of one of these types on hackajob, then replay the export."),
    CV_UNREACHABLE(
            "The candidate's CV could not be fetched from hackajob.",
            "Replay the export; if it fails again, tell hackajob's support."),
    CV_UNSAFE(
            "The candidate's CV is a Word file that is damaged, encrypted, or built to harm whoever opens it.",
            "Ask the candidate to save the CV as PDF on hackajob, then replay the export."),
    DUPLICATE_FOUND(
            "Pinpoint holds more than one application for this candidate's acceptance.",
            "In Pinpoint, open the applications that are named and delete the one that is too many."),
    EXPORT_NOT_FOUND("There is no such export.", "Take the id from the list of exports."),
    FIELD_REQUIRED(
            "The Pinpoint job demands something that hackajob does not have for this candidate.",
            "Make the field optional in the Pinpoint job's application form, then replay the export."),
    HACKAJOB_UNAVAILABLE(
            "hackajob did not answer.", "Try again in a minute. An export is tried again by itself, for 15 hours."),
    INTERNAL_ERROR(
            "Something went wrong on our side.", "Try again; if it stays, tell hackajob's support the request's id."),
    INVALID_REQUEST("The request is not of the form that this route takes.", "Correct the part that is named."),
    JOB_CLOSED(
            "The Pinpoint job takes no applications.",
            "Open the job in Pinpoint, or map the hackajob job to another one."),
    JOB_NOT_FOUND("There is no such job.", "Choose a job from the list."),
    MAPPING_CONFLICT(
            "The mapping was changed by somebody else in the meantime, or its job changed in Pinpoint.",
            "Read the mapping again and repeat the change."),
    MAPPING_NOT_FOUND("This hackajob job is not mapped to a Pinpoint job.", "Map the job."),
    MAPPING_OUTDATED(
            "The job is mapped to a job of the Pinpoint account that the company was connected to before.",
            "Map the job again. Candidates that wait for it then go through."),
    NOT_ATTEMPTED("There was no time left for this job.", "Import again onto the jobs that are left."),
    NOTHING_TO_REPLAY(
            "This export is done or under way: there is nothing to try anew.",
            "Look at the export. Replay it once it has failed, or while it waits."),
    NOT_CONNECTED(
            "The company is not connected to Pinpoint.",
            "A hackajob Master Account user connects the Pinpoint account."),
    NOT_MASTER(
            "Only a hackajob Master Account user may do this.", "Ask a Master Account user of your company to do it."),
    NOT_ENABLED(
            "hackajob has not switched the Pinpoint integration on for this company.",
            "Ask your hackajob Customer Success Manager to switch it on."),
    OAUTH_REFUSED("Pinpoint did not authorise the connection.", "Start again and approve the request in Pinpoint."),
    OAUTH_UNAVAILABLE("Signing in to Pinpoint is not offered.", "Connect with an API key."),
    PERMISSION_MISSING(
            "The API key lacks a permission.",
            "In Pinpoint, give the key these permissions: Job read, Application read and write. Then connect again."),
    PINPOINT_REFUSED("Pinpoint refused the application.", "Correct what Pinpoint names, then replay the export."),
    PINPOINT_UNAVAILABLE(
            "Pinpoint did not answer.", "Try again in a minute. An export is tried again by itself, for 15 hours."),
    RATE_LIMITED("Pinpoint asks us to slow down.", "Try again in a minute."),
    RESULT_EXPIRED(
            "This result has expired or was read already.",
            "Read the connection: it tells whether the account is connected."),
    SESSION_EXPIRED("This link has expired, was used already or was taken back.", "Ask for a new link on hackajob."),
    STAGE_CHANGED(
            "The mapped stage is of another kind in Pinpoint than when it was chosen.",
            "Look at the mapping, and accept the proposed repair or choose another stage. Candidates that wait for it then go through."),
    STAGE_GONE(
            "The mapped stage is no longer in the Pinpoint job.",
            "Accept the proposed repair, or map the stage again. Candidates that wait for it then go through."),
    SUBDOMAIN_UNKNOWN(
            "There is no Pinpoint account under this name.",
            "Use the part before .pinpointhq.com in your Pinpoint login address."),
    UNMAPPED(
            "The candidate accepted while the job was not mapped, so nothing was sent.",
            "Map the job, then send earlier acceptances."),
    UNTRACKED(
            "The candidate's application in Pinpoint is no longer followed, so stages are not kept in sync.",
            "Put right in Pinpoint what is named, then have the application found again. Where it was deleted, move the candidate on hackajob by hand."),
    WEBHOOK_SILENT(
            "Pinpoint no longer sends its webhooks, so moves made in Pinpoint arrive minutes later.",
            "In Pinpoint, an Administrator opens Settings > API & Webhooks and enables the webhook again.");

    private final String detail;
    private final String remedy;

    ErrorCode(String detail, String remedy) {
        this.detail = detail;
        this.remedy = remedy;
    }

    /** What happened, in an employer's words. */
    public String detail() {
        return detail;
    }

    /** What to do about it, in an employer's words. */
    public String remedy() {
        return remedy;
    }

    /** Whether it is for its CV that a candidate can't be sent: another one, and a replay, would put that right. */
    public boolean isOfTheCv() {
        return switch (this) {
            case CV_TOO_LARGE, CV_TYPE, CV_UNREACHABLE, CV_UNSAFE -> true;
            default -> false;
        };
    }

    /** The stable name that callers see, such as {@code not_connected}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code of that name. */
    public static ErrorCode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
