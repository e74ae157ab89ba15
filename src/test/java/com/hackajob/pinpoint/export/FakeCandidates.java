package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Candidates} in memory. */
public final class FakeCandidates implements Candidates {

    private final Map<ExportKey, Deque<Candidate>> answers = new HashMap<>();
    private boolean down;

    @Override
    public Optional<Candidate> find(ExportKey key) {
        if (down) {
            throw new Outage(ErrorCode.HACKAJOB_UNAVAILABLE, "hackajob is down");
        }
        Deque<Candidate> left = answers.getOrDefault(key, new ArrayDeque<>());
        return Optional.ofNullable(left.size() > 1 ? left.poll() : left.peek());
    }

    /** @param inTurn what is answered to each question; the last to all further ones */
    public void put(ExportKey key, Candidate... inTurn) {
        answers.put(key, new ArrayDeque<>(List.of(inTurn)));
    }

    public void remove(ExportKey key) {
        answers.remove(key);
    }

    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }
}
