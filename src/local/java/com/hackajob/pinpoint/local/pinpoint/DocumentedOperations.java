package com.hackajob.pinpoint.local.pinpoint;

import java.util.Map;

/** The operations of the API (documented): a list and one read, one read, a list; create, update, delete. */
final class DocumentedOperations {

    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("applications", "R C U D"),
            Map.entry("jobs", "R C U D"),
            Map.entry("candidates", "R U"),
            Map.entry("job_postings", "R"),
            Map.entry("comments", "R C D"),
            Map.entry("job_templates", "rL"),
            Map.entry("hiring_workflows", "R"),
            Map.entry("job_seekers", "R C U D"),
            Map.entry("custom_attributes", "R C U D"),
            Map.entry("custom_fields", "R C U D"),
            Map.entry("answers", "r1 C U D"),
            Map.entry("questions", "rL"),
            Map.entry("departments", "R C U D"),
            Map.entry("divisions", "R C U D"),
            Map.entry("locations", "R C U D"),
            Map.entry("structure_custom_group_ones", "R C U D"),
            Map.entry("structure_links", "R C U D"),
            Map.entry("users", "R C U D"),
            Map.entry("interviews", "R U"),
            Map.entry("scorecards", "R"),
            Map.entry("candidate_assessments", "R C U"),
            Map.entry("background_checks", "R C U"),
            Map.entry("reference_checks", "R"),
            Map.entry("one_way_video_interviews", "R"),
            Map.entry("onboarding_applications", "R"),
            Map.entry("candidate_surveys", "R"),
            Map.entry("requisitions", "R C U D"),
            Map.entry("requisition_templates", "R"),
            Map.entry("positions", "R"),
            Map.entry("access_groups", "R"),
            Map.entry("structured_sections", "R"),
            Map.entry("structured_section_responses", "C U D"),
            Map.entry("equality_monitoring_categories", "R"));

    private DocumentedOperations() {}

    static boolean include(Route route) {
        return OPERATIONS.getOrDefault(route.type(), "").matches(".*\\b(" + letters(route) + ")\\b.*");
    }

    private static String letters(Route route) {
        return switch (route.method() + (route.hasId() ? " one" : "")) {
            case "GET" -> "R|rL";
            case "GET one" -> "R|r1";
            case "POST" -> "C";
            case "PUT one" -> "U";
            case "DELETE one" -> "D";
            default -> "none";
        };
    }
}
