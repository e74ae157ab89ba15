package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the {@code Policies} of a function grant it: statements that allow actions on resources. Whatever else IAM and
 * SAM know (denials, conditions, exceptions, policies by name, SAM's policy templates) is refused, so that a policy
 * can't mean one thing here and another on AWS.
 */
public record Policy(List<Grant> grants) {

    private static final Set<String> KNOWN = Set.of("Sid", "Effect", "Action", "Resource");

    static final Policy NONE = new Policy(List.of());

    public Policy {
        grants = List.copyOf(grants);
    }

    /** @param policies as in the template, its intrinsic functions resolved */
    static Policy of(JsonNode policies) {
        return new Policy(elements(policies)
                .flatMap(Policy::statements)
                .flatMap(Policy::grants)
                .toList());
    }

    private static Stream<JsonNode> statements(JsonNode document) {
        if (!document.has("Statement")) {
            throw unknown(document);
        }
        return elements(document.path("Statement"));
    }

    private static Stream<Grant> grants(JsonNode statement) {
        if (!KNOWN.containsAll(Json.fieldNames(statement))
                || !statement.path("Effect").asText().equals("Allow")) {
            throw unknown(statement);
        }
        return elements(statement.path("Action")).flatMap(action -> elements(statement.path("Resource"))
                .map(resource -> new Grant(action.asText(), resource.asText())));
    }

    /** IAM takes one thing for a list of one. */
    private static Stream<JsonNode> elements(JsonNode oneOrMany) {
        if (oneOrMany.isMissingNode()) {
            return Stream.empty();
        }
        return oneOrMany.isArray() ? StreamSupport.stream(oneOrMany.spliterator(), false) : Stream.of(oneOrMany);
    }

    private static IllegalArgumentException unknown(JsonNode part) {
        return new IllegalArgumentException(
                "The local cloud knows policies of statements that allow actions on resources only, not " + part);
    }

    /** What allows it, if anything does; the first of several. */
    Optional<Grant> grantFor(Access access) {
        return grants.stream().filter(grant -> grant.covers(access)).findFirst();
    }
}
