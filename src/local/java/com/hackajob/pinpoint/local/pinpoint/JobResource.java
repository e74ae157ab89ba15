package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Jobs (documented): attributes, extra attributes, relationships and filters. */
final class JobResource {

    static final List<String> ATTRIBUTES = List.of(("title description description_header external_description_header"
                    + " key_responsibilities key_responsibilities_header external_key_responsibilities_header"
                    + " skills_knowledge_expertise skills_knowledge_expertise_header"
                    + " external_skills_knowledge_expertise_header benefits benefits_header external_benefits_header"
                    + " about_company_theme_section about_company_theme_section_header reporting_to compensation"
                    + " compensation_minimum compensation_maximum compensation_currency compensation_frequency"
                    + " is_compensation_visible compensation_visible country_code custom_town custom_county"
                    + " custom_country company_name_override uuid created_at updated_at opened_at closed_at filled_at"
                    + " deadline_on deadline_at on_hold_in_seconds external_system_reference requisition_id"
                    + " selected_hiring_workflow_id employment_type employment_type_text workplace_type"
                    + " workplace_type_text remote is_remote_with_location_restrictions experience_level status"
                    + " visibility url path application_form_url headcount_maximum headcount_maximum_enabled notify"
                    + " blind_screening diversity_monitoring diversity_monitoring_requirement referrals_enabled"
                    + " referral_amount referral_currency referral_details monster talentdotcom ziprecruiter linkedin"
                    + " linkedin_company_id draft_job_additional_information require_phone ask_for_address"
                    + " ask_for_date_of_birth ask_for_linkedin_profile ask_for_middle_name resume_requirement"
                    + " cover_letter_requirement personal_summary_requirement")
            .split(" "));

    private static final String EXTRAS = "hiring_user_id recruitment_manager_user_id assigned_onboarding_process_id"
            + " assigned_onboarding_process_name assigned_onboarding_candidate_owner_user_id"
            + " assigned_onboarding_candidate_owner_user_email users_emails_with_job_level_visibility";

    private JobResource() {}

    static Resource describe() {
        return Resource.listed("jobs", Permission.JOB_READ, ATTRIBUTES, relations())
                .with(extras())
                .with(filters());
    }

    private static Map<String, BiFunction<Account, Row, @Nullable Object>> extras() {
        return Stream.of(EXTRAS.split(" "))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> (_, row) -> row.value(name)));
    }

    private static Relation[] relations() {
        return new Relation[] {
            Relation.one("department", "departments"),
            Relation.one("division", "divisions"),
            Relation.one("location", "locations"),
            Relation.nobody("structure_custom_group_one"),
            Relation.nobody("company"),
            Relation.nobody("structure_link"),
            Relation.one("hiring_manager_user", "users"),
            Relation.one("recruitment_manager_user", "users"),
            Relation.one("creator_user", "users"),
            Relation.many("applications", "applications", "job_id"),
            Relation.many("job_postings", "job_postings", "job_id"),
            Relation.many("questions", "questions", "job_id"),
            Relation.none("custom_attributes"),
            Relation.many("stages", "stages", StageResource::ofJob)
        };
    }

    private static Filter[] filters() {
        return new Filter[] {
            Filter.list("uuid"),
            Filter.range("created_at"),
            Filter.range("updated_at"),
            Filter.list("external_system_reference"),
            Filter.list("requisition_id").numeric(),
            Filter.list("employment_type").only(JobVocabulary.EMPLOYMENT),
            Filter.list("workplace_type").only(JobVocabulary.WORKPLACE),
            Filter.list("visibility").only(JobVocabulary.VISIBILITY),
            Filter.list("status").only(JobVocabulary.STATUS),
            Filter.one("remote").bool(),
            Filter.list("department_id").numeric(),
            Filter.list("department_name", name("departments", "department_id")),
            Filter.list("division_id").numeric(),
            Filter.list("division_name", name("divisions", "division_id")),
            Filter.list("location_id").numeric(),
            Filter.list("location_name", name("locations", "location_id")),
            Filter.list("structure_custom_group_one_id").numeric(),
            Filter.list("structure_custom_group_one_name"),
            search(),
            Filter.list("non_rejected_applications", JobResource::nonRejectedApplications)
                    .numeric(),
            Filter.one("hiring_manager_user_id").numeric(),
            Filter.one("recruitment_manager_user_id").numeric()
        };
    }

    private static BiFunction<View, Row, String> name(String type, String key) {
        return (view, row) ->
                view.find(type, row.text(key)).map(found -> found.text("name")).orElse("");
    }

    /** Part of the title, whatever its case (what is searched is inferred). */
    private static Filter search() {
        return Filter.search(
                "search",
                (_, row, value) -> row.text("title").toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT)));
    }

    private static String nonRejectedApplications(View view, Row job) {
        return String.valueOf(view.rows("applications", "job_id", job.id()).stream()
                .filter(application -> !application.has("rejected_at"))
                .count());
    }
}
