package com.hackajob.pinpoint.local.aws;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The environment of a function's process: what the template gives it, what Lambda adds, and where the services are. Nothing of
 * this machine's own environment but the path.
 */
public record FunctionEnvironment(URI dynamoDb, URI sqs, URI secretsManager) {

    Map<String, String> of(FunctionDefinition function, Path directory) {
        var environment = new TreeMap<>(function.environment());
        environment.putAll(lambda(function, directory));
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
        environment.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
        environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secretsManager.toString());
        environment.put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
        return environment;
    }

    private static Map<String, String> lambda(FunctionDefinition function, Path directory) {
        return Map.of(
                "AWS_REGION", AwsAccount.LOCAL.region(),
                "AWS_DEFAULT_REGION", AwsAccount.LOCAL.region(),
                "AWS_ACCESS_KEY_ID", function.name(),
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_LAMBDA_FUNCTION_NAME", function.name(),
                "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()),
                "LAMBDA_TASK_ROOT", directory.toString(),
                "LANG", "en_US.UTF-8",
                "TZ", ":UTC");
    }
}
