package com.hackajob.pinpoint.local;

import com.hackajob.pinpoint.local.aws.ElasticMq;
import com.hackajob.pinpoint.local.aws.Template;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The template's queues, by their logical ids, as hackajob's backend and an operator use them. */
record Queues(Template template, ElasticMq sqs) {

    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    String url(String queue) {
        return sqs.url(template.queue(queue).name());
    }

    void send(String queue, String body, String group, String deduplicationId) {
        sqs.client().sendMessage(message -> message.queueUrl(url(queue))
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(deduplicationId));
    }

    /** Messages waiting, worked on or delayed. */
    int depth(String queue) {
        var attributes = sqs.client()
                .getQueueAttributes(request -> request.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))
                .attributes();
        return COUNTS.stream()
                .mapToInt(count -> Integer.parseInt(attributes.getOrDefault(count, "0")))
                .sum();
    }

    /** Drops everything that is there now. */
    void purge(String queue) {
        sqs.client().purgeQueue(request -> request.queueUrl(url(queue)));
    }

    /** Takes everything that is there now. */
    List<Message> drain(String queue) {
        var drained = new ArrayList<Message>();
        for (var batch = receive(queue); !batch.isEmpty(); batch = receive(queue)) {
            batch.forEach(message -> delete(queue, message));
            drained.addAll(batch);
        }
        return drained;
    }

    private List<Message> receive(String queue) {
        return sqs.client()
                .receiveMessage(request -> request.queueUrl(url(queue))
                        .maxNumberOfMessages(10)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    private void delete(String queue, Message message) {
        sqs.client().deleteMessage(request -> request.queueUrl(url(queue)).receiptHandle(message.receiptHandle()));
    }
}
