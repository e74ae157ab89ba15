package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.stagesync.PollPinpoint;
import java.time.Instant;

/** When all have come to rest, and nothing goes wrong any more, all applications are looked through. */
record Night(CheckConnection check, PollPinpoint pollPinpoint) {

    void sweep(CompanyId company) {
        check.check(company);
        pollPinpoint.poll(company, Instant.MAX);
    }
}
