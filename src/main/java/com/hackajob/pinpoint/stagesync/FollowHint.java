package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Ledger;
import java.util.List;

/** Looks at the candidates behind an application of which Pinpoint told something. Most applications are not ours: those cost two reads. */
public final class FollowHint {

    private final Connections connections;
    private final Ledger ledger;
    private final FollowStages followStages;

    public FollowHint(Connections connections, Ledger ledger, FollowStages followStages) {
        this.connections = connections;
        this.ledger = ledger;
        this.followStages = followStages;
    }

    /** @return what came of each export that the application belongs to */
    public List<Followed> follow(CompanyId company, ApplicationId application) {
        return connections
                .usable(company)
                .map(connection -> ledger.ofApplication(company, connection.generation(), application))
                .orElse(List.of())
                .stream()
                .map(followStages::look)
                .toList();
    }
}
