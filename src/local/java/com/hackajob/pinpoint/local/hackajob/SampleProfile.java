package com.hackajob.pinpoint.local.hackajob;

import com.hackajob.pinpoint.local.hackajob.Candidate.Education;
import com.hackajob.pinpoint.local.hackajob.Candidate.Experience;
import com.hackajob.pinpoint.local.hackajob.Candidate.Link;
import com.hackajob.pinpoint.local.hackajob.Candidate.Profile;
import java.util.List;

/** A profile to look at. */
final class SampleProfile {

    private SampleProfile() {}

    static Profile engineer() {
        return new Profile(
                "Senior backend engineer",
                "Builds dependable services and the tests that keep them so.",
                List.of("Java", "AWS", "DynamoDB"),
                List.of(new Experience(
                        "Backend engineer", "Example Ltd", "London", "2021-04", null, "Payments, on call, mentoring.")),
                List.of(new Education("BSc Mathematics", "University of London", "2014-09", "2017-06", "First class.")),
                List.of(new Link("GitHub", "https://github.com/example")),
                "£85,000",
                "1 month");
    }
}
