package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.local.aws.DynamoDbLocal;
import com.hackajob.pinpoint.local.aws.Endpoints;
import com.hackajob.pinpoint.local.aws.TableDefinition;
import com.hackajob.pinpoint.local.aws.Template;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty tables as the template defines them, in one DynamoDB Local that all tests share. */
final class LocalTable {

    private static final DynamoDbLocal DYNAMO_DB = DynamoDbLocal.start(InetAddress.getLoopbackAddress(), 0);
    private static final TableDefinition DEFINITION = definition();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private LocalTable() {}

    static Table empty() {
        String name = "table-" + NUMBER.incrementAndGet();
        DYNAMO_DB.create(new TableDefinition(DEFINITION.logicalId(), name, DEFINITION.properties()));
        return new Table(DYNAMO_DB.client(), name);
    }

    private static TableDefinition definition() {
        URI nowhere = URI.create("http://127.0.0.1:1");
        return Template.read(Path.of("template.yaml"), Map.of(), new Endpoints(nowhere, nowhere))
                .tables()
                .getFirst();
    }
}
