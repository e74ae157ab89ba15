package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Evaluates CloudFormation's intrinsic functions in a tree. What it does not know is refused by name, so that a template can't
 * mean one thing here and another on AWS.
 */
final class Intrinsics {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Path baseDirectory;
    private final References references;
    private final Predicate<String> conditions;

    /** @param conditions whether the condition of that name holds */
    Intrinsics(Path baseDirectory, References references, Predicate<String> conditions) {
        this.baseDirectory = baseDirectory;
        this.references = references;
        this.conditions = conditions;
    }

    /** The tree with every function replaced by its value, and without what is AWS::NoValue. */
    JsonNode resolve(JsonNode node) {
        return switch (node) {
            case ObjectNode object
            when isFunction(object) ->
                call(object.fieldNames().next(), object.iterator().next());
            case ObjectNode object -> resolveFields(object);
            case ArrayNode array -> resolveElements(array);
            default -> node;
        };
    }

    private static boolean isFunction(ObjectNode object) {
        if (object.size() != 1) {
            return false;
        }
        var name = object.fieldNames().next();
        return name.startsWith("Fn::") || name.equals("Ref");
    }

    private JsonNode resolveFields(ObjectNode object) {
        var resolved = Json.object();
        object.properties().forEach(field -> {
            var value = resolve(field.getValue());
            if (!value.isMissingNode()) {
                resolved.set(field.getKey(), value);
            }
        });
        return resolved;
    }

    private JsonNode resolveElements(ArrayNode array) {
        var resolved = array.arrayNode();
        array.forEach(element -> {
            var value = resolve(element);
            if (!value.isMissingNode()) {
                resolved.add(value);
            }
        });
        return resolved;
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> ref(argument.asText());
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Sub" -> substitute(argument);
            case "Fn::Join" -> join(argument);
            case "Fn::Split" -> split(argument);
            case "Fn::Select" ->
                resolve(argument.path(1)).path(resolve(argument.path(0)).asInt());
            case "Fn::If" ->
                resolve(argument.path(conditions.test(argument.path(0).asText()) ? 1 : 2));
            case "Fn::Transform" -> include(argument);
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" -> BooleanNode.valueOf(holds(function, argument));
            default ->
                throw new IllegalArgumentException("The local cloud does not know " + function + ": " + argument);
        };
    }

    /** Whether a condition's expression holds. */
    boolean holds(JsonNode expression) {
        if (expression.has("Condition")) {
            return conditions.test(expression.path("Condition").asText());
        }
        return resolve(expression).asBoolean();
    }

    private boolean holds(String function, JsonNode arguments) {
        return switch (function) {
            case "Fn::Equals" ->
                resolve(arguments.path(0))
                        .asText()
                        .equals(resolve(arguments.path(1)).asText());
            case "Fn::Not" -> !holds(arguments.path(0));
            case "Fn::And" ->
                StreamSupport.stream(arguments.spliterator(), false).allMatch(this::holds);
            default -> StreamSupport.stream(arguments.spliterator(), false).anyMatch(this::holds);
        };
    }

    private JsonNode ref(String name) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        return references.ref(name).orElseThrow(() -> new IllegalArgumentException("Nothing is called " + name));
    }

    private JsonNode attribute(JsonNode path) {
        var parts = path.isTextual() ? Json.of(path.asText().split("\\.", 2)) : path;
        return attribute(parts.path(0).asText(), parts.path(1).asText());
    }

    private JsonNode attribute(String resource, String attribute) {
        return references
                .attribute(resource, attribute)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The local cloud knows no attribute " + attribute + " of " + resource));
    }

    private JsonNode substitute(JsonNode argument) {
        var template = argument.isArray() ? argument.path(0) : argument;
        var own = argument.isArray() ? argument.path(1) : MissingNode.getInstance();
        return TextNode.valueOf(VARIABLE.matcher(template.asText())
                .replaceAll(match -> Matcher.quoteReplacement(variable(match.group(1), match.group(2), own))));
    }

    private String variable(String literal, String name, JsonNode own) {
        if (!literal.isEmpty()) {
            return "${" + name + "}";
        }
        if (own.has(name)) {
            return resolve(own.path(name)).asText();
        }
        return (name.contains(".") ? attribute(TextNode.valueOf(name)) : ref(name)).asText();
    }

    private JsonNode join(JsonNode argument) {
        var parts = Json.list(resolve(argument.path(1)), JsonNode::asText);
        return TextNode.valueOf(String.join(argument.path(0).asText(), parts));
    }

    private JsonNode split(JsonNode argument) {
        var separator = Pattern.quote(argument.path(0).asText());
        return Json.of(resolve(argument.path(1)).asText().split(separator, -1));
    }

    private JsonNode include(JsonNode argument) {
        if (!argument.path("Name").asText().equals("AWS::Include")) {
            throw new IllegalArgumentException(
                    "The local cloud knows the transform AWS::Include only, not " + argument);
        }
        var location = resolve(argument.path("Parameters").path("Location")).asText();
        return resolve(CloudFormationYaml.read(baseDirectory.resolve(location)));
    }
}
