package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An event as AWS's own class for it has it, read as AWS's runtime for Java reads it. */
record AwsEventShape(Object event, PojoSerializer<Object> serializer) {

    static AwsEventShape of(SampleEvent sample) {
        PojoSerializer<Object> serializer = serializer(type(sample));
        return new AwsEventShape(serializer.fromJson(sample.text()), serializer);
    }

    private static Class<?> type(SampleEvent sample) {
        return switch (sample.function()) {
            case "events" -> SQSEvent.class;
            case "reconcile" -> ScheduledEvent.class;
            default -> APIGatewayV2HTTPEvent.class;
        };
    }

    @SuppressWarnings("unchecked") // whatever its type, it is read and written as it is
    private static PojoSerializer<Object> serializer(Class<?> type) {
        return LambdaEventSerializers.serializerFor((Class<Object>) type, AwsEventShape.class.getClassLoader());
    }

    /** What AWS's class kept of the event: all but fields that it does not know, and nulls. */
    JsonNode kept() {
        var written = new ByteArrayOutputStream();
        serializer.toJson(event, written);
        return SampleEvent.parse(written.toString(StandardCharsets.UTF_8));
    }

    /** The properties of AWS's class that the event gave no value, by their paths. */
    Stream<String> missing() {
        return missing("", event);
    }

    private static Stream<String> missing(String path, Object value) {
        if (value instanceof List<?> elements) {
            return elements.stream().flatMap(element -> missing(path, element));
        }
        return value.getClass().getName().startsWith(SQSEvent.class.getPackageName())
                ? properties(value).flatMap(property -> missing(path, property, value))
                : Stream.empty();
    }

    private static Stream<PropertyDescriptor> properties(Object value) {
        try {
            return Arrays.stream(Introspector.getBeanInfo(value.getClass(), Object.class)
                            .getPropertyDescriptors())
                    .filter(property -> property.getReadMethod() != null);
        } catch (IntrospectionException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Stream<String> missing(String path, PropertyDescriptor property, Object owner) {
        String name = path.isEmpty() ? property.getName() : path + "." + property.getName();
        try {
            Object value = property.getReadMethod().invoke(owner);
            return value == null ? Stream.of(name) : missing(name, value);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
