package com.hackajob.pinpoint.hackajob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.NoTelemetry;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.ServiceSecrets;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Company;
import com.hackajob.pinpoint.http.OutboundHttp;
import com.hackajob.pinpoint.local.hackajob.ApiFault;
import com.hackajob.pinpoint.local.hackajob.HackajobSimulator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Companies over the real HTTP client, against the simulator. */
class PlatformCompaniesTest {

    private static final CompanyId COMPANY = new CompanyId("company-1");
    private static final com.hackajob.pinpoint.local.hackajob.Company NORTHWIND =
            com.hackajob.pinpoint.local.hackajob.Company.named("company-1", "Northwind");

    /** As Quarkus has it: what is not known is passed over. */
    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final HackajobSimulator hackajob =
            HackajobSimulator.start(InetAddress.getLoopbackAddress(), 0, Clock.systemUTC());
    private final OneToken tokens = new OneToken(hackajob.serviceToken());
    private final PlatformCompanies companies = companies(tokens);

    @AfterEach
    void stop() {
        hackajob.close();
    }

    @Test
    void finds_a_company_with_its_masters() {
        hackajob.put(NORTHWIND.withMaster("user-1", "Grace Hopper"));

        assertThat(companies.find(COMPANY))
                .contains(companyWith(new Company.Master(new UserId("user-1"), "Grace Hopper")));
    }

    @Test
    void finds_a_company_that_may_not_use_the_integration() {
        hackajob.put(NORTHWIND.disabled());

        assertThat(companies.find(COMPANY)).contains(new Company(COMPANY, "Northwind", false, List.of()));
    }

    @Test
    void leaves_out_a_master_who_cannot_be_a_user() {
        hackajob.put(NORTHWIND.withMaster("no user", "Nobody").withMaster("user-1", "Grace Hopper"));

        Company company = companies.find(COMPANY).orElseThrow();

        assertThat(company.masters()).containsExactly(new Company.Master(new UserId("user-1"), "Grace Hopper"));
        assertThat(company.nameOf(new UserId("user-1"))).contains("Grace Hopper");
        assertThat(company.nameOf(new UserId("user-2"))).isEmpty();
    }

    @Test
    void finds_nothing_where_there_is_no_such_company() {
        assertThat(companies.find(COMPANY)).isEmpty();
    }

    @Test
    void says_that_hackajob_is_out() {
        hackajob.apiFaults().failAll(new ApiFault.Unavailable());

        assertThatThrownBy(() -> companies.find(COMPANY))
                .isInstanceOfSatisfying(Outage.class, PlatformCompaniesTest::isHackajobs);
    }

    @Test
    void reads_the_service_token_again_once_it_was_rejected() {
        var rejected = new OneToken("old");

        assertThatThrownBy(() -> companies(rejected).find(COMPANY))
                .isInstanceOfSatisfying(Outage.class, PlatformCompaniesTest::isHackajobs);
        assertThat(rejected.isForgotten).isTrue();
    }

    @Test
    void reads_a_company_that_names_no_masters() {
        assertThat(new CompanyJson("company-1", "Northwind", true, null).read()).isEqualTo(companyWith());
    }

    @Test
    void takes_silence_about_the_integration_for_no_answer() {
        assertThatThrownBy(() -> new CompanyJson("company-1", "Northwind", null, null).read())
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void hears_how_long_hackajob_wants_to_be_left_in_peace() throws IOException {
        HttpServer busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        busy.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        busy.start();
        var address = URI.create("http://127.0.0.1:" + busy.getAddress().getPort());

        assertThatThrownBy(() -> companies(tokens, address).find(COMPANY))
                .isInstanceOfSatisfying(
                        Outage.class, outage -> assertThat(outage.retryAfter()).contains(Duration.ofSeconds(7)));

        busy.stop(0);
    }

    private PlatformCompanies companies(ServiceSecrets secrets) {
        return companies(secrets, hackajob.baseUrl());
    }

    private static PlatformCompanies companies(ServiceSecrets secrets, URI address) {
        return new PlatformCompanies(new Platform(
                new OutboundHttp(),
                MAPPER,
                secrets,
                Optional.of(address.toString()),
                Optional.of("hackajob/service-token"),
                new NoTelemetry(),
                new SettableClock()));
    }

    private static Company companyWith(Company.Master... masters) {
        return new Company(COMPANY, "Northwind", true, List.of(masters));
    }

    private static void isHackajobs(Outage outage) {
        assertThat(outage.code()).isEqualTo(ErrorCode.HACKAJOB_UNAVAILABLE);
    }

    /** Knows one token, and whether it is still wanted. */
    private static final class OneToken implements ServiceSecrets {

        private final String token;
        private boolean isForgotten;

        OneToken(String token) {
            this.token = token;
        }

        @Override
        public String read(String name) {
            return token;
        }

        @Override
        public void forget(String name) {
            isForgotten = true;
        }
    }
}
