package com.hackajob.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** infra/deploy-role.yaml: who may deploy, and how little that is. */
class DeployRoleTest {

    /** Actions for which AWS knows no narrower resource, or none before the resource is there. */
    private static final Map<String, String> ON_EVERYTHING = Map.ofEntries(
            Map.entry("kms:CreateKey", "a key has no name before it is made"),
            Map.entry("lambda:CreateEventSourceMapping", "no resource; a condition names the function"),
            Map.entry("lambda:DeleteEventSourceMapping", "no name of ours; a condition names the function"),
            Map.entry("lambda:UpdateEventSourceMapping", "no name of ours; a condition names the function"),
            Map.entry("logs:CreateLogDelivery", "no resource"),
            Map.entry("logs:DeleteLogDelivery", "no resource"),
            Map.entry("logs:DescribeLogGroups", "lists"),
            Map.entry("logs:DescribeResourcePolicies", "no resource"),
            Map.entry("logs:GetLogDelivery", "no resource"),
            Map.entry("logs:ListLogDeliveries", "no resource"),
            Map.entry("logs:PutResourcePolicy", "no resource"),
            Map.entry("logs:UpdateLogDelivery", "no resource"),
            Map.entry("xray:PutTelemetryRecords", "no resource"),
            Map.entry("xray:PutTraceSegments", "no resource"));

    private final JsonNode template = Yaml.read("infra/deploy-role.yaml");

    @Test
    void only_the_repositorys_job_in_its_environment_may_deploy() {
        assertThat(template.at("/Resources/DeployRole/Properties/AssumeRolePolicyDocument/Statement"))
                .hasSize(1)
                .first()
                .satisfies(statement -> {
                    assertThat(statement.path("Action").asText()).isEqualTo("sts:AssumeRoleWithWebIdentity");
                    assertThat(statement.path("Condition"))
                            .hasToString("{\"StringEquals\":{"
                                    + "\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\","
                                    + "\"token.actions.githubusercontent.com:sub\":"
                                    + "\"repo:${Repository}:environment:${GitHubEnvironment}\"}}");
                });
    }

    @Test
    void no_action_is_a_pattern_and_everything_is_a_resource_only_where_aws_leaves_no_choice() {
        assertThat(allowed("DeployRole", "ExecutionRole", "Boundary"))
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(texts(statement.path("Action"))).noneMatch(action -> action.contains("*"));
                    if (texts(statement.path("Resource")).contains("*")) {
                        assertThat(ON_EVERYTHING.keySet()).containsAll(texts(statement.path("Action")));
                    }
                });
    }

    @Test
    void who_starts_a_deployment_changes_nothing_but_by_the_execution_role() {
        assertThat(actions("DeployRole"))
                .allMatch(action -> action.startsWith("cloudformation:")
                        || Set.of(
                                        "iam:PassRole",
                                        "s3:GetBucketLocation",
                                        "s3:GetObject",
                                        "s3:ListBucket",
                                        "s3:PutObject")
                                .contains(action));
        assertThat(passes("DeployRole")).containsExactly("ExecutionRole.Arn to cloudformation.amazonaws.com");
        assertThat(passes("ExecutionRole"))
                .containsExactly("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${StackName}-*Role-*"
                        + " to lambda.amazonaws.com");
    }

    private List<String> passes(String role) {
        return allowed(role)
                .filter(statement -> texts(statement.path("Action")).contains("iam:PassRole"))
                .map(statement -> statement.path("Resource").asText() + " to "
                        + statement
                                .at("/Condition/StringEquals/iam:PassedToService")
                                .asText())
                .toList();
    }

    @Test
    void whatever_gives_a_role_more_needs_the_boundary() {
        Set<String> giving =
                Set.of("iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy");

        assertThat(allowed("ExecutionRole")
                        .filter(statement ->
                                texts(statement.path("Action")).stream().anyMatch(giving::contains))
                        .map(statement -> statement
                                .at("/Condition/StringEquals/iam:PermissionsBoundary")
                                .asText()))
                .hasSize(2)
                .containsOnly("Boundary");
        assertThat(actions("ExecutionRole")).doesNotContain("iam:DeleteRolePermissionsBoundary");
    }

    @Test
    void nobody_who_deploys_reads_a_row_a_message_or_a_secret() {
        assertThat(actions("ExecutionRole"))
                .doesNotContain("dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:DeleteTable")
                .noneMatch(action -> action.startsWith("secretsmanager:"))
                .doesNotContain("sqs:ReceiveMessage", "kms:Decrypt", "lambda:InvokeFunction");
    }

    /** Else a function would be refused what its own role allows. */
    @Test
    void the_boundary_leaves_room_for_all_that_the_functions_may_do() {
        List<String> granted = Yaml.read("template.yaml").findValues("Policies").stream()
                .flatMap(policies -> policies.findValues("Action").stream())
                .flatMap(action -> texts(action).stream())
                .toList();

        assertThat(granted).isNotEmpty();
        assertThat(actions("Boundary")).containsAll(granted);
    }

    private Set<String> actions(String id) {
        return allowed(id)
                .flatMap(statement -> texts(statement.path("Action")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<JsonNode> allowed(String... ids) {
        return Stream.of(ids)
                .map(id -> template.at("/Resources/" + id + "/Properties"))
                .flatMap(properties -> Stream.concat(
                        properties.findValues("Policies").stream()
                                .flatMap(policies -> policies.findValues("Statement").stream()),
                        Stream.of(properties.at("/PolicyDocument/Statement"))))
                .flatMap(statements -> StreamSupport.stream(statements.spliterator(), false));
    }

    private static List<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? StreamSupport.stream(oneOrMore.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(oneOrMore.asText());
    }
}
