package com.hackajob.pinpoint.updates;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import java.util.ArrayList;
import java.util.List;

/** {@link UpdateChannel} that keeps what was sent. */
public final class FakeUpdateChannel implements UpdateChannel {

    private final List<Update> sent = new ArrayList<>();
    private boolean down;

    @Override
    public void send(Update update) {
        if (down) {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the queue is down");
        }
        sent.add(update);
    }

    public List<Update> sent() {
        return List.copyOf(sent);
    }

    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }
}
