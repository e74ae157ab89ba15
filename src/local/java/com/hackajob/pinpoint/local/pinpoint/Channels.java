package com.hackajob.pinpoint.local.pinpoint;

import java.util.Set;

/** The values of {@code channel} (documented). */
final class Channels {

    static final Set<String> ALL = JobVocabulary.words("careers_site chrome_extension direct employee_referral event"
            + " internal in_store invited job_board manual organic_search other paid_job_board paid_search paid_social"
            + " recruiter social undetermined");

    private Channels() {}
}
