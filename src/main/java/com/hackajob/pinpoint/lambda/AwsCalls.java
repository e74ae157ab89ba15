package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.Telemetry;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Goes with every call to AWS, as application.properties has it: counts it, each try anew, and has messages carry the trace
 * on to whoever takes them.
 */
@Singleton
final class AwsCalls implements ExecutionInterceptor {

    private final Telemetry telemetry;

    AwsCalls(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        telemetry.called(remote(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)));
    }

    private static Remote remote(String service) {
        return switch (service) {
            case "DynamoDb" -> Remote.DYNAMODB;
            case "SecretsManager" -> Remote.SECRETS;
            case "Sqs" -> Remote.SQS;
            default -> throw new IllegalStateException("nobody counts calls to " + service);
        };
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return context.request() instanceof SendMessageRequest message ? traced(message) : context.request();
    }

    private SendMessageRequest traced(SendMessageRequest message) {
        return telemetry
                .traceHeader()
                .map(AwsCalls::attribute)
                .map(trace -> message.toBuilder()
                        .messageSystemAttributes(Map.of(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER, trace))
                        .build())
                .orElse(message);
    }

    private static MessageSystemAttributeValue attribute(String trace) {
        return MessageSystemAttributeValue.builder()
                .dataType("String")
                .stringValue(trace)
                .build();
    }
}
