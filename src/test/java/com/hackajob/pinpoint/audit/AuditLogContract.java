package com.hackajob.pinpoint.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.AuditLog.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} does. */
public abstract class AuditLogContract {

    private static final CompanyId COMPANY = new CompanyId("company-1");
    private static final CompanyId OTHER = new CompanyId("company-2");

    private final SettableClock clock = new SettableClock();
    private final Auditor auditor = new Auditor(new SplittableRandom(7), clock);

    protected abstract AuditLog log();

    @Test
    void gives_entries_as_they_were_added_the_newest_first() {
        var byUser = add(COMPANY, Actor.user(new UserId("user-1")), Action.DISCONNECTED, Optional.empty());
        var byLink = add(
                COMPANY,
                Actor.link(new UserId("user-1")),
                Action.CONNECT_FAILED,
                Optional.of(ErrorCode.CREDENTIAL_REJECTED));
        var bySystem = add(COMPANY, Actor.SYSTEM, Action.RESTORED, Optional.empty());

        assertThat(log().list(COMPANY, Optional.empty(), 10))
                .isEqualTo(new Page(List.of(bySystem, byLink, byUser), Optional.empty()));
    }

    @Test
    void a_companys_entries_are_its_own() {
        add(COMPANY, Actor.SYSTEM, Action.RESTORED, Optional.empty());

        assertThat(log().list(OTHER, Optional.empty(), 10)).isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void gives_page_after_page_without_gap_or_repeat() {
        var first = add(COMPANY, Actor.SYSTEM, Action.ATTENTION, Optional.empty());
        var second = add(COMPANY, Actor.SYSTEM, Action.RESTORED, Optional.empty());
        var third = add(COMPANY, Actor.SYSTEM, Action.ATTENTION, Optional.empty());

        Page page = log().list(COMPANY, Optional.empty(), 2);

        assertThat(page.entries()).containsExactly(third, second);
        assertThat(log().list(COMPANY, page.next(), 2).entries()).containsExactly(first);
    }

    @Test
    void two_entries_of_one_moment_are_both_kept() {
        var one = auditor.entry(COMPANY, Actor.SYSTEM, Action.ATTENTION);
        var other = auditor.entry(COMPANY, Actor.SYSTEM, Action.RESTORED);
        log().add(one);
        log().add(other);

        assertThat(log().list(COMPANY, Optional.empty(), 10).entries()).containsExactlyInAnyOrder(one, other);
    }

    private AuditEntry add(CompanyId company, Actor actor, Action action, Optional<ErrorCode> code) {
        clock.pass(Duration.ofSeconds(1));
        var entry = auditor.entry(company, actor, action, code);
        log().add(entry);
        return entry;
    }
}
