package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.Lag;
import com.hackajob.pinpoint.Trouble;

/** A metric of one number an observation, as it is called in CloudWatch. */
enum Metric {
    /** Of each call. */
    PINPOINT_LATENCY("PinpointLatency", "Milliseconds"),
    /** 1 for a call that was not answered, 0 for one that was: the sum counts errors, the average is their share. */
    PINPOINT_ERRORS("PinpointErrors", "Count"),
    OLDEST_WAITING("OldestWaitingSeconds", "Seconds"),
    LAG_ACCEPTED_TO_VERIFIED("LagAcceptedToVerified", "Milliseconds"),
    LAG_STAGE_OUT("LagStageOut", "Milliseconds"),
    LAG_STAGE_IN("LagStageIn", "Milliseconds"),
    /** 1 for each; nothing where there is none. */
    CONNECTION_ATTENTION("ConnectionAttention", "Count"),
    WEBHOOK_SILENCE("WebhookSilence", "Count");

    private final String text;
    private final String unit;

    Metric(String text, String unit) {
        this.text = text;
        this.unit = unit;
    }

    static Metric of(Lag lag) {
        return switch (lag) {
            case ACCEPTED_TO_VERIFIED -> LAG_ACCEPTED_TO_VERIFIED;
            case STAGE_OUT -> LAG_STAGE_OUT;
            case STAGE_IN -> LAG_STAGE_IN;
        };
    }

    static Metric of(Trouble trouble) {
        return switch (trouble) {
            case CONNECTION_ATTENTION -> CONNECTION_ATTENTION;
            case WEBHOOK_SILENCE -> WEBHOOK_SILENCE;
        };
    }

    String text() {
        return text;
    }

    String unit() {
        return unit;
    }
}
