package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Company.Master;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** hackajob's companies; the fixtures' one may use the integration, unless told otherwise. */
public final class FakeCompanies implements Companies {

    private final Map<CompanyId, Company> companies = new HashMap<>();
    private boolean down;

    public FakeCompanies() {
        put(true);
    }

    private void put(boolean enabled) {
        var masters = List.of(new Master(ConnectionFixtures.USER, "Grace Hopper"));
        companies.put(
                ConnectionFixtures.COMPANY, new Company(ConnectionFixtures.COMPANY, "Northwind", enabled, masters));
    }

    @Override
    public Optional<Company> find(CompanyId company) {
        if (down) {
            throw new Outage(ErrorCode.HACKAJOB_UNAVAILABLE, "hackajob is down");
        }
        return Optional.ofNullable(companies.get(company));
    }

    public void disable() {
        put(false);
    }

    public void goDown() {
        down = true;
    }
}
