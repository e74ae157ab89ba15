package com.hackajob.pinpoint.local.pinpoint;

/** Answers to what Pinpoint does not document, as switches; each default is invented (the stricter or likelier one). */
public enum Policy {
    /** A second application of the same e-mail to the same job is a 422. */
    REFUSE_DUPLICATES(false),
    /** An application to a job that is not open is a 422. */
    REFUSE_WHEN_JOB_NOT_OPEN(true),
    /** A stage that is not among the job's stages (or is gone) is refused. */
    REFUSE_FOREIGN_STAGE(true),
    /** ... with 404 instead of 422. */
    FOREIGN_STAGE_IS_NOT_FOUND(false),
    /** A channel outside of the documented vocabulary is a 422; otherwise it is kept as it came. */
    REFUSE_UNKNOWN_CHANNEL(true),
    /** An attribute or relationship that is not documented is a 400 instead of a 422. */
    UNKNOWN_ATTRIBUTE_IS_BAD_REQUEST(false),
    /** A new application joins the candidate of the same e-mail. */
    MATCH_CANDIDATE_BY_EMAIL(true),
    /** A blocked candidate's application is a 422. */
    REFUSE_BLOCKED_CANDIDATE(true),
    /** Stage moves made by API fire webhooks, as those of users do. */
    API_MOVES_FIRE_WEBHOOKS(true),
    /** Stage moves made by API send the e-mail that is set up on the stage. */
    API_MOVES_SEND_STAGE_EMAILS(true),
    /** A stage move changes {@code updated_at}. */
    MOVES_TOUCH_UPDATED_AT(true),
    /** {@code cv_base64_data} needs the data-URI prefix, as its siblings do (documented for those). */
    CV_NEEDS_DATA_URI(true),
    /** CV, cover letter and documents can be sent on PUT /applications; otherwise they are ignored there. */
    KEEP_FILES_ON_PUT(true),
    /** A CV gets a PDF rendition, shown with the context {@code pdf_cv}. */
    MAKE_PDF_CV(true),
    /** Attachment addresses answer with a redirect first. */
    ATTACHMENTS_REDIRECT(false),
    /** The person of a concealed application is hidden from the API. */
    MASK_CONCEALED(false),
    /** A request without {@code x-vendor-name} is a 403. */
    REQUIRE_VENDOR_NAME(false),
    /** An include that the key may not read is a 403 instead of being left out. */
    REFUSE_INCLUDES_WITHOUT_PERMISSION(true),
    /** One webhook signing secret for the company instead of one per endpoint. */
    ONE_WEBHOOK_SECRET(false),
    /** Ids in webhook payloads are text instead of the documented numbers. */
    WEBHOOK_IDS_AS_TEXT(false);

    private final boolean standard;

    Policy(boolean standard) {
        this.standard = standard;
    }

    boolean standard() {
        return standard;
    }
}
