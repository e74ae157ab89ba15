package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MASTER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSessionWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What taking a link back leaves. */
class RevokeSessionTest {

    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final RevokeSession revokeSession =
            new RevokeSession(sessions, audit, new Auditor(new SplittableRandom(7), new SettableClock()));

    @BeforeEach
    void start() {
        sessions.save(aSession());
    }

    @Test
    void the_link_is_of_no_more_use() {
        assertThat(revokeSession.revoke(MASTER, LINK.hash())).isTrue();

        assertThat(sessions.find(LINK.hash(), START)).isEmpty();
    }

    @Test
    void writes_down_who_took_it_back() {
        revokeSession.revoke(MASTER, LINK.hash());

        assertThat(audit.entries())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(new AuditEntry(
                        "", COMPANY, START, Actor.user(MASTER.user()), Action.SESSION_REVOKED, Optional.empty()));
    }

    @Test
    void a_link_is_taken_back_once() {
        revokeSession.revoke(MASTER, LINK.hash());

        assertThat(revokeSession.revoke(MASTER, LINK.hash())).isFalse();

        assertThat(audit.actions()).containsExactly(Action.SESSION_REVOKED);
    }

    @Test
    void another_companys_link_is_left_alone_and_nothing_is_told_of_it() {
        var stranger = new Caller(OTHER_COMPANY, MASTER.user(), true);

        assertThat(revokeSession.revoke(stranger, LINK.hash())).isFalse();

        assertThat(sessions.find(LINK.hash(), START)).contains(aSession());
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void the_companys_other_links_stay() {
        var other = new SecretToken("another-link");
        sessions.save(aSessionWith(other));

        revokeSession.revoke(MASTER, LINK.hash());

        assertThat(sessions.find(other.hash(), START)).contains(aSessionWith(other));
    }

    @Test
    void there_is_nothing_to_take_back_where_there_is_no_such_link() {
        assertThat(revokeSession.revoke(MASTER, new SecretToken("no-link").hash()))
                .isFalse();
        assertThat(revokeSession.revoke(MASTER, "")).isFalse();

        assertThat(audit.entries()).isEmpty();
    }
}
