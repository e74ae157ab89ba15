package com.hackajob.pinpoint.stagesync;

class InMemoryPollsTest extends PollsContract {

    private final Polls polls = new InMemoryPolls();

    @Override
    protected Polls polls() {
        return polls;
    }
}
