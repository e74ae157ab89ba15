package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import java.util.Optional;
import java.util.function.Function;

/** What Pinpoint answered to something we asked with a company's credential. */
public sealed interface PinpointAnswer<T> {

    record Given<T>(T value) implements PinpointAnswer<T> {}

    /** There is no such thing (404). */
    record Absent<T>() implements PinpointAnswer<T> {}

    /**
     * The credential does not open it.
     *
     * @param code credential_rejected, api_disabled or permission_missing
     */
    record Denied<T>(ErrorCode code) implements PinpointAnswer<T> {}

    /** What Pinpoint gave; empty where it did not, for whichever reason. */
    default Optional<T> given() {
        return this instanceof Given<T>(var value) ? Optional.of(value) : Optional.empty();
    }

    default <R> PinpointAnswer<R> map(Function<T, R> function) {
        return switch (this) {
            case Given<T>(var value) -> new Given<>(function.apply(value));
            case Absent<T>() -> new Absent<>();
            case Denied<T>(var code) -> new Denied<>(code);
        };
    }
}
