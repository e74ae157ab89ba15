package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.Ledger.Claim;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link DueCompanies} does, filled through the {@link Ledger} of the same store. */
public abstract class DueCompaniesContract {

    private static final Duration LEASE = Duration.ofSeconds(90);

    protected abstract Ledger ledger();

    protected abstract DueCompanies dueCompanies();

    @Test
    void none_has_work_at_first() {
        assertThat(dueCompanies().at(START)).isEmpty();
    }

    @Test
    void names_each_company_once_however_many_exports_are_due() {
        claim("company-1", "candidate-1");
        claim("company-1", "candidate-2");

        assertThat(dueCompanies().at(START.plus(LEASE))).containsExactly(new CompanyId("company-1"));
    }

    @Test
    void names_no_company_whose_work_is_not_due_yet_or_settled() {
        claim("company-1", "candidate-1");
        ledger().record(claim("company-2", "candidate-1"), new Skipped(), Optional.empty(), START);

        assertThat(dueCompanies().at(START.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(dueCompanies().at(START.plus(LEASE))).containsExactly(new CompanyId("company-1"));
    }

    @Test
    void finds_every_one_of_many_companies() {
        var companies =
                IntStream.range(0, 30).mapToObj(number -> "company-" + number).toList();
        companies.forEach(company -> claim(company, "candidate-1"));

        assertThat(dueCompanies().at(START.plus(LEASE)))
                .isEqualTo(companies.stream().map(CompanyId::new).collect(Collectors.toSet()));
    }

    private Claim.Granted claim(String company, String candidate) {
        return (Claim.Granted) ledger().claim(aKey(new CompanyId(company), candidate), START, LEASE);
    }
}
