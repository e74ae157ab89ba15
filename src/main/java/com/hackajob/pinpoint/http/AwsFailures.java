package com.hackajob.pinpoint.http;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Which failures of AWS's clients pass by themselves. */
public final class AwsFailures {

    private AwsFailures() {}

    /** Whether nobody answered, or the answer says "not now". What else AWS says is a mistake of ours, or meant for the caller. */
    public static boolean mayWorkLater(SdkException failure) {
        return failure instanceof AwsServiceException answer
                ? answer.statusCode() >= 500 || answer.isThrottlingException()
                : failure instanceof SdkClientException;
    }
}
