package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MASTER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MEMBER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Company.Master;
import com.hackajob.pinpoint.connection.Prerequisites.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a user may not connect, and who can help. */
class PrerequisitesTest {

    private static final Optional<Connection> NONE = Optional.empty();
    private static final Obstacle NOT_ENABLED =
            new Obstacle(ErrorCode.NOT_ENABLED, "Ask Kim (kim@hackajob.example) to switch it on.");
    private static final Obstacle NOT_MASTER =
            new Obstacle(ErrorCode.NOT_MASTER, "Ask one of your company's Master Account users: Grace Hopper.");
    private static final Obstacle NOT_MASTER_NAMELESS =
            new Obstacle(ErrorCode.NOT_MASTER, ErrorCode.NOT_MASTER.remedy());

    private final FakeCompanies companies = new FakeCompanies();
    private final Prerequisites prerequisites = asking(companies);

    @Test
    void nothing_stands_in_a_masters_way() {
        assertThat(prerequisites.toConnect(MASTER, NONE)).isEmpty();
        assertThat(prerequisites.toManage(MASTER)).isEmpty();
    }

    @Test
    void whether_the_company_has_the_integration_comes_before_who_asks_and_what_is_connected() {
        companies.disable();

        assertThat(prerequisites.toConnect(MASTER, NONE)).contains(NOT_ENABLED);
        assertThat(prerequisites.toConnect(MEMBER, NONE)).contains(NOT_ENABLED);
        assertThat(prerequisites.toConnect(MEMBER, Optional.of(aConnection()))).contains(NOT_ENABLED);
    }

    @Test
    void a_company_that_hackajob_does_not_know_does_not_have_the_integration() {
        assertThat(prerequisites.toConnect(new Caller(OTHER_COMPANY, MASTER.user(), true), NONE))
                .contains(NOT_ENABLED);
    }

    @Test
    void who_asks_comes_before_what_is_connected() {
        assertThat(prerequisites.toConnect(MEMBER, NONE)).contains(NOT_MASTER);
        assertThat(prerequisites.toConnect(MEMBER, Optional.of(aConnection()))).contains(NOT_MASTER);
    }

    @Test
    void a_connection_that_works_is_not_replaced_by_accident() {
        assertThat(prerequisites.toConnect(MASTER, Optional.of(aConnection())))
                .contains(new Obstacle(
                        ErrorCode.ALREADY_CONNECTED, "To replace the credential, connect again on purpose."));
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDENTIAL_REJECTED", "API_DISABLED", "PERMISSION_MISSING", "SUBDOMAIN_UNKNOWN"})
    void a_connection_that_needs_attention_is_replaced_without_more_ado(ErrorCode code) {
        assertThat(prerequisites.toConnect(MASTER, Optional.of(aConnection().inAttention(code, START))))
                .isEmpty();
    }

    @Test
    void an_ended_connection_is_taken_up_without_more_ado() {
        assertThat(prerequisites.toConnect(MASTER, Optional.of(ended()))).isEmpty();
    }

    @Test
    void names_up_to_five_masters_as_hackajob_lists_them() {
        assertThat(asking(companyWith("Ada", "Grace")).toManage(MEMBER))
                .contains(new Obstacle(
                        ErrorCode.NOT_MASTER, "Ask one of your company's Master Account users: Ada, Grace."));
        assertThat(asking(companyWith("A", "B", "C", "D", "E")).toManage(MEMBER))
                .contains(new Obstacle(
                        ErrorCode.NOT_MASTER, "Ask one of your company's Master Account users: A, B, C, D, E."));
        assertThat(asking(companyWith("A", "B", "C", "D", "E", "F", "G")).toManage(MEMBER))
                .contains(new Obstacle(
                        ErrorCode.NOT_MASTER, "Ask one of your company's Master Account users: A, B, C, D, E."));
    }

    @Test
    void names_nobody_where_hackajob_does_not() {
        assertThat(asking(companyWith()).toManage(MEMBER)).contains(NOT_MASTER_NAMELESS);
        assertThat(prerequisites.toManage(new Caller(OTHER_COMPANY, MEMBER.user(), false)))
                .contains(NOT_MASTER_NAMELESS);
    }

    @Test
    void a_company_without_the_integration_still_manages_what_it_has() {
        companies.disable();

        assertThat(prerequisites.toManage(MASTER)).isEmpty();
        assertThat(prerequisites.toManage(MEMBER)).contains(NOT_MASTER);
    }

    @Test
    void nobody_connects_while_hackajob_does_not_answer() {
        companies.goDown();

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> prerequisites.toConnect(MASTER, NONE));
        assertThatExceptionOfType(Outage.class).isThrownBy(() -> prerequisites.toConnect(MEMBER, NONE));
    }

    @Test
    void managing_needs_no_answer_of_hackajobs() {
        companies.goDown();

        assertThat(prerequisites.toManage(MASTER)).isEmpty();
        assertThat(prerequisites.toManage(MEMBER)).contains(NOT_MASTER_NAMELESS);
    }

    private static Prerequisites asking(Companies companies) {
        return new Prerequisites(companies, "Kim (kim@hackajob.example)");
    }

    private static Companies companyWith(String... masters) {
        var named = Stream.of(masters)
                .map(name -> new Master(new UserId("user-" + name), name))
                .toList();
        return company -> Optional.of(new Company(COMPANY, "Northwind", true, List.copyOf(named)));
    }
}
