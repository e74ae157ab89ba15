package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Pinpoint accounts that take every credential, unless told otherwise. */
public final class FakePinpointAccounts implements PinpointAccounts {

    private final Deque<Probe> once = new ArrayDeque<>();
    private Probe answer = new Probe.Working(ConnectionFixtures.PERMISSIONS);
    private boolean down;
    private int probes;
    private Runnable meanwhile = () -> {};

    @Override
    public synchronized Probe probe(Credential credential) {
        if (down) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint is down");
        }
        probes++;
        meanwhile.run();
        return once.isEmpty() ? answer : once.pop();
    }

    public void refuse(ErrorCode code) {
        answer = new Probe.NotWorking(code, List.of());
    }

    /** Refuses the next probe and no more. */
    public void refuseOnce(ErrorCode code) {
        once.add(new Probe.NotWorking(code, List.of()));
    }

    public void answer(Probe probe) {
        answer = probe;
    }

    public void accept() {
        answer = new Probe.Working(ConnectionFixtures.PERMISSIONS);
    }

    public void goDown() {
        down = true;
    }

    public int probes() {
        return probes;
    }

    /** What somebody else does while the probe is under way. */
    public void meanwhile(Runnable action) {
        meanwhile = action;
    }
}
