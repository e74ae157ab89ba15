package com.hackajob.pinpoint.http;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a call to AWS is answered with. */
public final class AwsAnswer {

    private static final Logger LOG = Logger.getLogger(AwsAnswer.class);

    private AwsAnswer() {}

    /**
     * Asks. What AWS says otherwise, such as that a condition failed, is a mistake of ours or meant for whoever asks.
     *
     * @param whom as the log calls it
     * @throws Outage when nobody answered, or the answer says "not now"
     */
    public static <A> A of(String whom, Supplier<A> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            if (!mayWorkLater(failure)) {
                throw failure;
            }
            LOG.warnf("no answer from %s: %s", whom, failure.getClass().getName());
            throw new Outage(ErrorCode.INTERNAL_ERROR, "no answer from " + whom);
        }
    }

    private static boolean mayWorkLater(SdkException failure) {
        return failure instanceof AwsServiceException answer
                ? answer.statusCode() >= 500 || answer.isThrottlingException()
                : failure instanceof SdkClientException;
    }
}
