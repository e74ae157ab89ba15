package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;

/** Pinpoint accounts that take every credential, unless told otherwise. */
public final class FakePinpointAccounts implements PinpointAccounts {

    private Probe answer = new Probe.Working(ConnectionFixtures.PERMISSIONS);
    private boolean down;
    private Runnable meanwhile = () -> {};

    @Override
    public Probe probe(Credential credential) {
        if (down) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint is down");
        }
        meanwhile.run();
        return answer;
    }

    public void refuse(ErrorCode code) {
        answer = new Probe.NotWorking(code);
    }

    public void goDown() {
        down = true;
    }

    /** What somebody else does while the probe is under way. */
    public void meanwhile(Runnable action) {
        meanwhile = action;
    }
}
