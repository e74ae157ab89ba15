package com.hackajob.pinpoint.local.aws;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ in this process: SQS with FIFO queues, visibility and redrive, in memory. */
public final class ElasticMq implements AutoCloseable {

    private static final String REDRIVE = "RedrivePolicy";

    private final SQSRestServer server;
    private final URI baseUrl;
    private final SqsClient client;

    private ElasticMq(SQSRestServer server, URI baseUrl) {
        this.server = server;
        this.baseUrl = baseUrl;
        this.client = AwsAccount.LOCAL.client(SqsClient.builder(), baseUrl);
    }

    public static ElasticMq start(InetAddress bind, int wanted) {
        var port = Addresses.portOrFree(bind, wanted);
        var server = SQSRestServerBuilder.withInterface(bind.getHostAddress())
                .withPort(port)
                .withAWSRegion(AwsAccount.LOCAL.region())
                .withAWSAccountId(AwsAccount.LOCAL.id())
                .start();
        server.waitUntilStarted();
        return new ElasticMq(server, Addresses.http(bind, port));
    }

    public URI baseUrl() {
        return baseUrl;
    }

    public SqsClient client() {
        return client;
    }

    /** Redrive policies last: a dead-letter queue must exist before the queue that names it. */
    public void create(List<QueueDefinition> queues) {
        queues.forEach(queue -> create(queue.name(), queue.attributes()));
        queues.forEach(queue -> redrive(queue.name(), queue.attributes()));
    }

    private void create(String name, Map<String, String> attributes) {
        var withoutRedrive = new TreeMap<>(attributes);
        withoutRedrive.remove(REDRIVE);
        client.createQueue(request -> request.queueName(name).attributesWithStrings(withoutRedrive));
    }

    private void redrive(String name, Map<String, String> attributes) {
        if (attributes.containsKey(REDRIVE)) {
            client.setQueueAttributes(request ->
                    request.queueUrl(url(name)).attributesWithStrings(Map.of(REDRIVE, attributes.get(REDRIVE))));
        }
    }

    public String url(String queueName) {
        return url(baseUrl, queueName);
    }

    /** The address of a queue when SQS is reached at the given address, such as a proxy's. */
    static String url(URI sqs, String queueName) {
        return sqs + "/" + AwsAccount.LOCAL.id() + "/" + queueName;
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stopAndWait();
        } catch (Exception slow) { // Scala declares none: after a minute it is a TimeoutException
            System.err.println("SQS did not stop in time and ends with this process: " + slow.getMessage());
        }
    }
}
