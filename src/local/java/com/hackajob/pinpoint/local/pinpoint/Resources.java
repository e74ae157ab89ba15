package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resource types that are simulated (documented), and which of them have a list of their own. */
final class Resources {

    private static final List<String> NAMED = List.of("name", "external_system_reference", "created_at", "updated_at");
    private static final Map<String, Resource> ALL = Stream.of(
                    JobResource.describe(),
                    JobPostingResource.describe(),
                    StageResource.describe(),
                    ApplicationResource.describe(),
                    CandidateResource.describe(),
                    CommentResource.describe(),
                    workflows(),
                    Resource.listed("departments", Permission.DEPARTMENT_READ, NAMED),
                    Resource.listed("divisions", Permission.DEPARTMENT_READ, NAMED),
                    locations(),
                    users(),
                    questions())
            .collect(Collectors.toUnmodifiableMap(Resource::type, Function.identity()));

    private Resources() {}

    static Optional<Resource> find(String type) {
        return Optional.ofNullable(ALL.get(type));
    }

    static Resource of(String type) {
        return find(type).orElseThrow();
    }

    /** The types with a list and a single read of their own. */
    static Stream<Resource> readable() {
        return ALL.values().stream().filter(resource -> resource.read().isPresent());
    }

    private static Resource workflows() {
        return Resource.listed(
                        "hiring_workflows",
                        Permission.HIRING_WORKFLOW_READ,
                        NAMED,
                        Relation.many("stages", "stages", (view, row) -> StageResource.ownedBy(view, row)))
                .with(Filter.list("external_system_reference"), Filter.range("created_at"), Filter.range("updated_at"));
    }

    private static Resource locations() {
        return Resource.listed(
                "locations",
                Permission.LOCATION_READ,
                List.of(
                        "name",
                        "street_address",
                        "city",
                        "province",
                        "postal_code",
                        "country_code",
                        "external_system_reference",
                        "created_at",
                        "updated_at"));
    }

    private static Resource users() {
        return Resource.listed(
                "users",
                Permission.USER_READ,
                List.of(
                        "first_name",
                        "last_name",
                        "email",
                        "time_zone",
                        "access_group_id",
                        "last_sign_in_at",
                        "created_at",
                        "updated_at"));
    }

    private static Resource questions() {
        return Resource.included(
                "questions",
                List.of(
                        "title",
                        "question_type",
                        "required",
                        "multiple_choice_options",
                        "num_required_answer_options",
                        "max_num_required_answer_options",
                        "banked",
                        "additional_information"));
    }
}
