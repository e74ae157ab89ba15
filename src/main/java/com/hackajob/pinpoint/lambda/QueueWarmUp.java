package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.WarmUp;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Builds the client, and sends nothing. */
@Singleton
final class QueueWarmUp implements WarmUp {

    private final SqsClient client;

    QueueWarmUp(SqsClient client) {
        this.client = client;
    }

    @Override
    public Remote remote() {
        return Remote.SQS;
    }

    @Override
    public void run() {
        client.serviceClientConfiguration();
    }
}
