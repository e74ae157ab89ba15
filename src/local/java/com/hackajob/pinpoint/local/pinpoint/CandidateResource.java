package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.Map;

/** Candidates (documented): read and updated, never created or deleted by API. They have no filter by e-mail. */
final class CandidateResource {

    private CandidateResource() {}

    static Resource describe() {
        return Resource.listed("candidates", Permission.CANDIDATE_READ, attributes(), relations())
                .with(Map.of("attachments", Attachments::shown, "tags", (_, row) -> Tag.shown(row)))
                .with(
                        Filter.range("created_at"),
                        Filter.range("updated_at"),
                        Filter.list("external_system_reference"),
                        Filter.one("blocked").bool(),
                        Filter.list("phone"));
    }

    private static List<String> attributes() {
        return List.of(("first_name last_name middle_name preferred_name full_name email phone phone_iso2 date_of_birth"
                        + " address1 address2 town state_province postcode country locale blocked"
                        + " external_system_reference created_at updated_at")
                .split(" "));
    }

    private static Relation[] relations() {
        return new Relation[] {
            Relation.many("applications", "applications", "candidate_id"),
            Relation.none("hris_references"),
            Relation.none("job_seekers"),
            Relation.none("skills"),
            Relation.none("custom_attributes")
        };
    }
}
