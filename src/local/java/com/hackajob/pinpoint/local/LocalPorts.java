package com.hackajob.pinpoint.local;

import com.hackajob.pinpoint.local.aws.AwsServices;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;

/** Where the local cloud listens: a block of seven ports that people can rely on, or any free ones. */
public record LocalPorts(
        int gateway, int pinpoint, int hackajob, int identity, int dynamoDb, int sqs, int secretsManager) {

    /** The property that moves the block. */
    public static final String PROPERTY = "port";

    public static final int DEFAULT_FIRST = 8600;

    public static LocalPorts free() {
        return new LocalPorts(0, 0, 0, 0, 0, 0, 0);
    }

    public static LocalPorts from(int first) {
        return new LocalPorts(first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6);
    }

    AwsServices.Ports aws() {
        return new AwsServices.Ports(dynamoDb, sqs, secretsManager);
    }

    /** Fails with one line that says what to do, before anything is started. */
    void requireFree(InetAddress bind) {
        var named = new LinkedHashMap<String, Integer>();
        named.put("gateway", gateway);
        named.put("Pinpoint simulator", pinpoint);
        named.put("hackajob simulator", hackajob);
        named.put("identity provider", identity);
        named.put("DynamoDB", dynamoDb);
        named.put("SQS", sqs);
        named.put("Secrets Manager", secretsManager);
        named.forEach((name, port) -> requireFree(bind, name, port));
    }

    private static void requireFree(InetAddress bind, String name, int port) {
        try (var _ = new ServerSocket(port, 1, bind)) {
            return;
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "Port " + port + " (" + name + ") is in use: stop what holds it, or move the block of seven ports, "
                            + "for example with -D" + PROPERTY + "=8700",
                    taken);
        }
    }
}
