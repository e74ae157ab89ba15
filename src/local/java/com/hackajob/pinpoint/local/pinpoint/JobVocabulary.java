package com.hackajob.pinpoint.local.pinpoint;

import java.util.Set;

/** The fixed values of a job's attributes (documented). */
final class JobVocabulary {

    static final Set<String> STATUS =
            words("open closed archived pending_approval draft hold cancelled filled preview");
    static final Set<String> VISIBILITY = words("internal external confidential private_job");
    static final Set<String> WORKPLACE = words("onsite hybrid remote");
    static final Set<String> EMPLOYMENT = words("full_time part_time contract_temp freelance internship permanent"
            + " fixed_term_contract zero_hours permanent_full_time permanent_part_time fixed_term_full_time"
            + " fixed_term_part_time flexible seasonal_full_time seasonal_part_time contract temporary contract_to_hire"
            + " volunteer apprentice programme secondment term_time part_time_term_time bank");
    static final Set<String> BASIC_TYPES = words("applied review interview offer hired rejected");

    private JobVocabulary() {}

    static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
