package com.hackajob.pinpoint.local.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** A function that does not even start. */
public final class BrokenFunction implements RequestStreamHandler {

    public BrokenFunction() {
        throw new IllegalStateException("no table given");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        throw new UnsupportedOperationException("never reached");
    }
}
