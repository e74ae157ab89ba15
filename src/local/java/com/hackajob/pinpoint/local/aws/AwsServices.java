package com.hackajob.pinpoint.local.aws;

import java.net.InetAddress;
import java.time.Clock;

/** The three services that hold state. */
public record AwsServices(DynamoDbLocal dynamoDb, ElasticMq sqs, SecretsManagerFake secretsManager)
        implements AutoCloseable {

    /** Where each listens; 0 for a free port. */
    public record Ports(int dynamoDb, int sqs, int secretsManager) {}

    public static AwsServices start(InetAddress bind, Ports ports, Clock clock) {
        return new AwsServices(
                DynamoDbLocal.start(bind, ports.dynamoDb()),
                ElasticMq.start(bind, ports.sqs()),
                SecretsManagerFake.start(bind, ports.secretsManager(), clock));
    }

    /** Where functions reach them through somebody who looks at their calls. */
    public FunctionEnvironment behind(Doorkeeper doorkeeper) {
        return new FunctionEnvironment(
                doorkeeper.inFrontOf("dynamodb", dynamoDb.baseUrl()),
                doorkeeper.inFrontOf("sqs", sqs.baseUrl()),
                doorkeeper.inFrontOf("secretsmanager", secretsManager.baseUrl()));
    }

    @Override
    public void close() {
        dynamoDb.close();
        sqs.close();
        secretsManager.close();
    }
}
