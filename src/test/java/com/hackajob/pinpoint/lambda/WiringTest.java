package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.NoCloud;
import com.hackajob.pinpoint.lambda.SqsEvent.Failure;
import com.hackajob.pinpoint.lambda.SqsEvent.Message;
import com.hackajob.pinpoint.lambda.SqsEvent.Result;
import io.quarkus.test.InjectMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The container: everything finds its parts. */
@QuarkusTest
@TestProfile(NoCloud.class)
class WiringTest {

    @Inject
    @Any
    Instance<RequestHandler<?, ?>> handlers;

    @Inject
    EventsHandler events;

    @InjectMock
    SqsClient sqs;

    @Test
    void every_handler_finds_its_parts() {
        assertThat(handlers.stream().map(handler -> handler.getClass().getSimpleName()))
                .containsExactlyInAnyOrder(
                        "ConnectionsHandler",
                        "ConnectHandler",
                        "CatalogueHandler",
                        "MappingsHandler",
                        "ExportsHandler",
                        "WebhookHandler",
                        "EventsHandler",
                        "ReconcileHandler");
    }

    @Test
    void a_message_that_can_neither_be_read_nor_put_aside_is_delivered_again() {
        when(sqs.sendMessage(anyMessage())).thenThrow(SdkClientException.create("no answer"));
        var unreadable = new SqsEvent(List.of(new Message("message-1", "{", Map.of("MessageGroupId", "company"))));

        assertThat(events.handleRequest(unreadable, mock(Context.class)))
                .isEqualTo(new Result(List.of(new Failure("message-1"))));
    }

    private static Consumer<SendMessageRequest.Builder> anyMessage() {
        return any();
    }
}
