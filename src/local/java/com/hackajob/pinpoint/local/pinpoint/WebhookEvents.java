package com.hackajob.pinpoint.local.pinpoint;

import java.util.Set;

/** The events simulated (application_hired is documented by an example, the other slugs are inferred from names). */
final class WebhookEvents {

    static final Set<String> ALL = JobVocabulary.words("application_created application_stage_changed application_moved"
            + " application_hired job_created job_updated job_deleted");

    private WebhookEvents() {}
}
