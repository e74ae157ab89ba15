package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.stagesync.Polls;
import com.hackajob.pinpoint.stagesync.PollsContract;

class DynamoPollsTest extends PollsContract {

    private final Table table = LocalTable.empty();

    @Override
    protected Polls polls() {
        return new DynamoPolls(table);
    }
}
