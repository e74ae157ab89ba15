package com.hackajob.pinpoint.hackajob;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Companies;
import com.hackajob.pinpoint.connection.Company;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@link Companies} on hackajob's platform. */
@Singleton
final class PlatformCompanies implements Companies {

    private final Platform platform;

    PlatformCompanies(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Optional<Company> find(CompanyId company) {
        return platform.ask(CompanyJson.class, CompanyJson::read, "companies", company.value());
    }
}
