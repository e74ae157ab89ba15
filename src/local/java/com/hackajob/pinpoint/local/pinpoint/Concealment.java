package com.hackajob.pinpoint.local.pinpoint;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Anonymised screening: whether the API hides the person of a concealed application is unknown, so it is a policy. */
final class Concealment {

    private static final Set<String> PERSON = JobVocabulary.words("first_name last_name full_name preferred_name email"
            + " phone phone_iso2 date_of_birth linkedin_url preferred_pronouns address1 address2 town state_province"
            + " postcode");

    private Concealment() {}

    static @Nullable Object shown(Policies policies, Row row, String name) {
        boolean masked = row.isTrue("concealed") && policies.is(Policy.MASK_CONCEALED) && PERSON.contains(name);
        return masked ? null : row.value(name);
    }
}
