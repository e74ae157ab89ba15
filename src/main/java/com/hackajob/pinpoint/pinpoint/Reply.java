package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import java.util.function.Function;

/** Pinpoint's answer, when it is one that trying again would not change. */
record Reply(int status, JsonNode body) {

    /** Documented detail of the 403 for an account whose API is switched off. */
    private static final String API_OFF = "Integration not enabled";

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Pinpoint read it and does not want it; the same again would end the same. */
    boolean isRefusal() {
        return status == 400 || status == 413 || status == 422;
    }

    /** What a read came to. A read that Pinpoint calls malformed is not one that an employer can mend. */
    <T> PinpointAnswer<T> answer(Function<JsonNode, T> reader) {
        if (isSuccess()) {
            return new PinpointAnswer.Given<>(reader.apply(body));
        }
        return switch (status) {
            case 401, 403 -> new PinpointAnswer.Denied<>(denial());
            case 404 -> new PinpointAnswer.Absent<>();
            default -> throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint answered " + status);
        };
    }

    /** Why a 401 or 403 was given. The text for a missing permission is not documented: any other 403 counts as one. */
    ErrorCode denial() {
        if (status == 401) {
            return ErrorCode.CREDENTIAL_REJECTED;
        }
        return body.path("errors").findValuesAsText("detail").stream().anyMatch(API_OFF::equalsIgnoreCase)
                ? ErrorCode.API_DISABLED
                : ErrorCode.PERMISSION_MISSING;
    }

    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
