package com.hackajob.pinpoint.local.aws;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local, in this process and in memory. Its licence is not open source: for tests and the local cloud only. It runs on
 * a server of ours, because its own listens on every address of the machine and needs the client of its usage reports.
 */
public final class DynamoDbLocal implements AutoCloseable {

    static {
        // without log4j-core, which Quarkus's log4j-api does not go with, it would complain at every start
        System.setProperty("log4j2.StatusLogger.level", "OFF");
    }

    private final Server server;
    private final URI baseUrl;
    private final DynamoDbClient client;

    private DynamoDbLocal(Server server, URI baseUrl) {
        this.server = server;
        this.baseUrl = baseUrl;
        this.client = AwsAccount.LOCAL.client(DynamoDbClient.builder(), baseUrl);
    }

    public static DynamoDbLocal start(InetAddress bind, int port) {
        try {
            var server = new Server(new InetSocketAddress(bind, port));
            loadParsersQuietly();
            server.setHandler(handler());
            server.start();
            var actual = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            return new DynamoDbLocal(server, Addresses.http(bind, actual));
        } catch (Exception failed) {
            throw new IllegalStateException("DynamoDB Local did not start on port " + port, failed);
        }
    }

    /** It was built with another release of ANTLR than ours and says so, harmlessly, when its parsers are loaded. */
    private static void loadParsersQuietly() throws ClassNotFoundException {
        var standardError = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Class.forName("com.amazon.dynamodb.grammar.DynamoDbGrammarLexer");
            Class.forName("com.amazon.dynamodb.grammar.DynamoDbGrammarParser");
        } finally {
            System.setErr(standardError);
        }
    }

    /** In memory, one database whatever the credentials, no delays. */
    private static LocalDynamoDBServerHandler handler() throws Exception {
        return new LocalDynamoDBServerHandler(new LocalDynamoDBRequestHandler(0, true, null, true, false), null);
    }

    public URI baseUrl() {
        return baseUrl;
    }

    public DynamoDbClient client() {
        return client;
    }

    public void create(TableDefinition table) {
        client.createTable(table.request());
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("DynamoDB Local did not stop", failed);
        }
    }
}
