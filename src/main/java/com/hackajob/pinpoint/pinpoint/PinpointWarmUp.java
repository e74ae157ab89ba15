package com.hackajob.pinpoint.pinpoint;

import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.WarmUp;
import com.hackajob.pinpoint.http.OutboundHttp;
import jakarta.inject.Singleton;

/** Has the client and what TLS trusts ready; whose account will be called, only an invocation tells. */
@Singleton
final class PinpointWarmUp implements WarmUp {

    private final OutboundHttp http;

    PinpointWarmUp(OutboundHttp http) {
        this.http = http;
    }

    @Override
    public Remote remote() {
        return Remote.PINPOINT;
    }

    @Override
    public void run() {
        http.prepare();
    }
}
