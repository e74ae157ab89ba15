package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.ConnectSession;
import com.hackajob.pinpoint.connection.ConnectSession.Names;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import java.net.URI;
import java.time.Instant;

/** A connect session as a row. */
final class SessionItem {

    private SessionItem() {}

    static Item key(String tokenHash) {
        return Item.key(Keys.connect(tokenHash), Keys.SESSION);
    }

    static Item write(ConnectSession session) {
        return key(session.tokenHash())
                .with("company", session.company().value())
                .with("startedBy", session.startedBy().value())
                .with("step", session.step().name())
                .with("shareable", session.isShareable())
                .with("companyName", session.names().company())
                .with("userName", session.names().user())
                .with("returnUrl", session.returnUrl().map(URI::toString))
                .with("startedAt", session.startedAt())
                .with("attempts", 0)
                .expiring(session.expiresAt());
    }

    static ConnectSession read(String tokenHash, Item item) {
        return new ConnectSession(
                tokenHash,
                new CompanyId(item.text("company")),
                new UserId(item.text("startedBy")),
                Step.valueOf(item.text("step")),
                item.flag("shareable"),
                new Names(item.text("companyName"), item.text("userName")),
                item.optionalText("returnUrl").map(URI::create),
                item.instant("startedAt"),
                Instant.ofEpochSecond(item.number("expiresAt")));
    }
}
