package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Optional;

/** What parameters, pseudo parameters and resources come out as in the local cloud. */
final class LocalReferences implements References {

    private final AwsAccount account = AwsAccount.LOCAL;
    private final Parameters parameters;
    private final Resources resources;
    private final Endpoints endpoints;

    LocalReferences(Parameters parameters, Resources resources, Endpoints endpoints) {
        this.parameters = parameters;
        this.resources = resources;
        this.endpoints = endpoints;
    }

    @Override
    public Optional<JsonNode> ref(String name) {
        return parameters
                .find(name)
                .or(() -> pseudo(name).map(TextNode::valueOf))
                .or(() -> resources.find(name).map(this::reference).map(TextNode::valueOf));
    }

    private Optional<String> pseudo(String name) {
        return switch (name) {
            case "AWS::Region" -> Optional.of(account.region());
            case "AWS::AccountId" -> Optional.of(account.id());
            case "AWS::Partition" -> Optional.of("aws");
            case "AWS::StackName" -> Optional.of(account.stackName());
            case "AWS::URLSuffix" -> Optional.of("amazonaws.com");
            default -> Optional.empty();
        };
    }

    private String reference(Resource resource) {
        return resource.type().equals(Resource.QUEUE)
                ? ElasticMq.url(endpoints.sqs(), resources.nameOf(resource))
                : resources.nameOf(resource);
    }

    @Override
    public Optional<JsonNode> attribute(String logicalId, String attribute) {
        return resources
                .find(logicalId)
                .flatMap(resource -> attribute(resource, attribute))
                .map(TextNode::valueOf);
    }

    private Optional<String> attribute(Resource resource, String attribute) {
        return switch (attribute) {
            case "Arn" -> Optional.of(arn(resource.type(), resources.nameOf(resource)));
            case "QueueName" -> Optional.of(resources.nameOf(resource));
            case "ApiEndpoint" -> Optional.of(endpoints.api().toString());
            default -> Optional.empty();
        };
    }

    private String arn(String type, String name) {
        return switch (type) {
            case Resource.QUEUE -> account.arn("sqs", name);
            case Resource.TABLE -> account.arn("dynamodb", "table/" + name);
            case Resource.FUNCTION -> account.arn("lambda", "function:" + name);
            default -> account.arn(type.split("::")[1].toLowerCase(Locale.ROOT), name);
        };
    }
}
