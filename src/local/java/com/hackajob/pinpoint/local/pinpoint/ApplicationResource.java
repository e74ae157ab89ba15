package com.hackajob.pinpoint.local.pinpoint;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Applications (documented): attributes, extra attributes, relationships and filters. */
final class ApplicationResource {

    private ApplicationResource() {}

    static Resource describe() {
        return Resource.listed("applications", Permission.APPLICATION_READ, attributes(), relations())
                .with(extras())
                .with(filters());
    }

    private static List<String> attributes() {
        return List.of(("uuid created_at updated_at candidate_id external_system_reference hired_at internal_candidate"
                        + " job_id job_posting_id locale stage_id rejected_at phone_iso2 start_on is_demo first_name"
                        + " last_name preferred_name email phone date_of_birth linkedin_url summary preferred_pronouns"
                        + " channel channel_source address1 address2 town state_province postcode country country_code"
                        + " country_code_alpha3 country_name full_name national_identifier concealed ai_score")
                .split(" "));
    }

    private static Map<String, BiFunction<Account, Row, @Nullable Object>> extras() {
        return Map.of(
                "attachments",
                Attachments::shown,
                "average_rating",
                (_, row) -> row.value("average_rating"),
                "tags",
                (_, row) -> Tag.shown(row),
                "days_in_current_stage",
                ApplicationResource::daysInCurrentStage);
    }

    private static @Nullable Object daysInCurrentStage(Account account, Row row) {
        return row.instant("entered_stage_at")
                .map(since -> Duration.between(since, account.clock().instant()).toDays())
                .orElse(0L);
    }

    private static Relation[] relations() {
        return new Relation[] {
            Relation.one("job", "jobs"),
            Relation.one("job_posting", "job_postings"),
            Relation.one("stage", "stages"),
            Relation.one("furthest_stage", "stages"),
            Relation.one("candidate", "candidates"),
            Relation.nobody("hris_reference"),
            Relation.nobody("onboarding_application"),
            Relation.none("document_requests"),
            Relation.none("offers"),
            Relation.none("answers"),
            Relation.none("custom_attributes"),
            Relation.none("structured_section_responses"),
            Relation.none("scorecard_ratings"),
            Relation.none("scorecard_notes"),
            Relation.none("scorecard_answers"),
            Relation.none("user_scorecards"),
            Relation.many("comments", "comments", Comments::on)
        };
    }

    private static Filter[] filters() {
        return new Filter[] {
            Filter.list("uuid"),
            Filter.range("created_at"),
            Filter.range("updated_at"),
            Filter.one("candidate_id").numeric(),
            Filter.list("external_system_reference"),
            Filter.one("internal_candidate").bool(),
            Filter.one("job_id").numeric(),
            Filter.one("job_posting_id").numeric(),
            Filter.list("locale"),
            Filter.one("stage_id").numeric(),
            Filter.list("stage_basic_type", linked("stages", "stage_id", "basic_type"))
                    .only(JobVocabulary.BASIC_TYPES),
            Filter.list("candidate_email", linked("candidates", "candidate_id", "email")),
            Filter.list("candidate_phone", linked("candidates", "candidate_id", "phone")),
            Filter.list("job_visibility", linked("jobs", "job_id", "visibility"))
                    .only(JobVocabulary.VISIBILITY),
            Filter.one("concealed").bool()
        };
    }

    private static BiFunction<View, Row, String> linked(String type, String key, String attribute) {
        return (view, row) -> view.find(type, row.text(key))
                .map(found -> found.text(attribute))
                .orElse("");
    }
}
