package com.hackajob.pinpoint.local.pinpoint;

import java.util.ArrayList;
import java.util.List;

/** What a job's application form makes required (documented; exactly {@code required} counts as a demand, inferred). */
final class Demands {

    private Demands() {}

    static List<String> of(Row job) {
        List<String> required = new ArrayList<>();
        if (job.isTrue("require_phone")) {
            required.addAll(List.of("phone", "phone_iso2"));
        }
        if (job.isTrue("ask_for_address")) {
            required.addAll(List.of("address1", "town", "country", "postcode"));
        }
        if (job.is("resume_requirement", "required")) {
            required.addAll(List.of("cv_base64_filename", "cv_base64_data"));
        }
        if (job.is("personal_summary_requirement", "required")) {
            required.add("summary");
        }
        return required;
    }
}
