package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A SAM template, resolved to local values: what deploys is what runs here. */
public final class Template {

    private final JsonNode source;
    private final Parameters parameters;
    private final Intrinsics intrinsics;
    private final Resources resources;

    private Template(Path baseDirectory, JsonNode source, Map<String, String> given, Endpoints endpoints) {
        this.source = source;
        this.parameters = new Parameters(source.path("Parameters"), given);
        this.resources = new Resources(source.path("Resources"), this::resolve);
        this.intrinsics =
                new Intrinsics(baseDirectory, new LocalReferences(parameters, resources, endpoints), this::holds);
    }

    /** @param parameters values for the template's parameters; those missing take their default */
    public static Template read(Path file, Map<String, String> parameters, Endpoints endpoints) {
        var absolute = file.toAbsolutePath();
        return new Template(absolute.getParent(), CloudFormationYaml.read(absolute), parameters, endpoints);
    }

    /** The parameters that a template declares, without resolving anything. */
    public static List<String> parameterNames(Path file) {
        return Json.fieldNames(CloudFormationYaml.read(file).path("Parameters"));
    }

    private JsonNode resolve(JsonNode node) {
        return intrinsics.resolve(node);
    }

    private boolean holds(String condition) {
        var expression = source.path("Conditions").path(condition);
        if (expression.isMissingNode()) {
            throw new IllegalArgumentException("The template has no condition " + condition);
        }
        return intrinsics.holds(expression);
    }

    public String parameter(String name) {
        return parameters.value(name);
    }

    public List<TableDefinition> tables() {
        return existing(Resource.TABLE).stream()
                .map(table ->
                        new TableDefinition(table.logicalId(), resources.nameOf(table), resolve(table.properties())))
                .toList();
    }

    public List<QueueDefinition> queues() {
        return existing(Resource.QUEUE).stream()
                .map(queue ->
                        new QueueDefinition(queue.logicalId(), resources.nameOf(queue), resolve(queue.properties())))
                .toList();
    }

    public QueueDefinition queue(String logicalId) {
        return queues().stream()
                .filter(queue -> queue.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The template has no queue " + logicalId));
    }

    public List<FunctionDefinition> functions() {
        var globals = resolve(source.path("Globals").path("Function"));
        return existing(Resource.FUNCTION).stream()
                .map(function -> FunctionDefinition.of(
                        function.logicalId(), resources.nameOf(function), globals, resolve(function.properties())))
                .toList();
    }

    public HttpApiDefinition api() {
        return existing(Resource.HTTP_API).stream()
                .map(api -> HttpApiDefinition.of(resolve(api.properties())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The template has no " + Resource.HTTP_API));
    }

    private List<Resource> existing(String type) {
        return resources.ofType(type).stream().filter(this::exists).toList();
    }

    private boolean exists(Resource resource) {
        var condition = resource.definition().path("Condition");
        return condition.isMissingNode() || holds(condition.asText());
    }
}
