package com.hackajob.pinpoint.local.aws;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/**
 * Lambda's polling of a queue: what the function dealt with is deleted, the rest comes back after the queue's visibility time-out
 * and ends in the dead-letter queue by the queue's own rule. The queue keeps the order of each group.
 */
public final class EventSourceMapping implements AutoCloseable {

    private static final int LARGEST_BATCH = 10;

    private final EventSource.Queue source;
    private final String queueUrl;
    private final SqsClient sqs;
    private final Function<byte[], InvocationResult> function;
    private final ExecutorService pollers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean isClosed;

    EventSourceMapping(
            EventSource.Queue source, String queueUrl, SqsClient sqs, Function<byte[], InvocationResult> function) {
        this.source = source;
        this.queueUrl = queueUrl;
        this.sqs = sqs;
        this.function = function;
    }

    /** @param concurrency how many batches are worked on at a time, up to the template's maximum */
    EventSourceMapping start(int concurrency) {
        for (var i = 0; i < Math.min(concurrency, source.maximumConcurrency()); i++) {
            pollers.execute(this::pollUntilClosed);
        }
        return this;
    }

    private void pollUntilClosed() {
        while (!isClosed) {
            try {
                poll(1);
            } catch (SdkException queueGone) {
                if (!isClosed) {
                    throw queueGone;
                }
            }
        }
    }

    /** Takes one batch to the function, if there is one. */
    public int poll(int waitSeconds) {
        var batch = receive(waitSeconds);
        if (!batch.isEmpty()) {
            var event = Json.write(new SqsEvent(batch, source.arn()).json());
            new BatchReply(function.apply(event), source.reportsFailures())
                    .done(batch)
                    .forEach(this::delete);
        }
        return batch.size();
    }

    private List<Message> receive(int waitSeconds) {
        return sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                        .maxNumberOfMessages(Math.min(source.batchSize(), LARGEST_BATCH))
                        .waitTimeSeconds(waitSeconds)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    /** What took longer than the visibility time-out has come back to the queue by now, and comes again. */
    private void delete(Message message) {
        try {
            sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
        } catch (ReceiptHandleIsInvalidException tooLate) {
            System.err.println("A message was not acknowledged in time: " + message.messageId());
        }
    }

    @Override
    public void close() {
        isClosed = true;
        pollers.shutdownNow();
    }
}
