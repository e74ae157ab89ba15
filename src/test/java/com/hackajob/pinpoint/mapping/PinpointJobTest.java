package com.hackajob.pinpoint.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import com.hackajob.pinpoint.mapping.PinpointJobs.Summary;
import com.hackajob.pinpoint.mapping.PinpointJobs.Units;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinpointJobTest {

    @ParameterizedTest
    @CsvSource({
        "open,true",
        "closed,false",
        "archived,false",
        "pending_approval,false",
        "draft,false",
        "hold,false",
        "cancelled,false",
        "filled,false",
        "preview,false",
        "unknown,false"
    })
    void only_an_open_job_takes_applications(String status, boolean takesApplications) {
        var id = new PinpointJobId("7");

        assertThat(new PinpointJob(id, "Engineer", status, List.of(), Set.of()).takesApplications())
                .isEqualTo(takesApplications);
        assertThat(new Summary(id, "Engineer", status, Units.NONE).takesApplications())
                .isEqualTo(takesApplications);
    }

    @Test
    void hackajob_can_fill_all_that_pinpoint_enforces() {
        assertThat(Stream.of(Demand.values()).filter(Demand::isEnforced))
                .containsExactly(Demand.PHONE, Demand.ADDRESS, Demand.CV, Demand.SUMMARY)
                .allMatch(Demand::canFill);
    }
}
