package com.hackajob.pinpoint.local.aws;

/** How an invocation ended. */
public sealed interface InvocationResult {

    /** The function's answer. */
    record Returned(byte[] payload) implements InvocationResult {

        @Override
        public String toString() {
            return "Returned[" + payload.length + " bytes]";
        }
    }

    /** The function threw, timed out, crashed or did not start; types as Lambda names them. */
    record Failed(String errorType, String errorMessage) implements InvocationResult {}
}
