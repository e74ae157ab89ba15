package com.hackajob.pinpoint.hackajob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.hackajob.pinpoint.export.Person;
import com.hackajob.pinpoint.export.Person.Address;
import com.hackajob.pinpoint.export.Person.Phone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A candidate of the agreed form, and of others. */
class CandidateJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());

    private static final String PHONE = "{'number':'+447700900123','country':'GB'}";
    private static final String ADDRESS =
            "{'line1':'1 High Street','town':'London','postcode':'N1 1AA','country':'GB'}";

    @Test
    void a_phone_and_an_address_are_read_in_full() {
        Person person = person(PHONE, ADDRESS);

        assertThat(person.phone()).contains(new Phone("+447700900123", "GB"));
        assertThat(person.address()).contains(new Address("1 High Street", "London", "N1 1AA", "GB"));
    }

    /** So a job that demands one does not get half of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'number':'+447700900123'}",
                "{'country':'GB'}",
                "{'number':'','country':'GB'}",
                "{'number':'+447700900123','country':' '}"
            })
    void half_a_phone_is_none(String phone) {
        assertThat(person(phone, ADDRESS).phone()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'line1':'1 High Street','town':'London','postcode':null,'country':'GB'}",
                "{'line1':'1 High Street','town':'London','postcode':'','country':'GB'}",
                "{'line1':' ','town':'London','postcode':'N1 1AA','country':'GB'}",
                "{'line1':'1 High Street','postcode':'N1 1AA','country':'GB'}",
                "{'line1':'1 High Street','town':'London','postcode':'N1 1AA'}"
            })
    void half_an_address_is_none(String address) {
        assertThat(person(PHONE, address).address()).isEmpty();
    }

    /** Which the platform's client takes for no answer, and tries again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'experience':[{'company':'Northwind'}]}",
                "{'experience':[{'title':'Engineer'}]}",
                "{'education':[{'institution':'Northwind'}]}",
                "{'education':[{'qualification':'BSc'}]}",
                "{'links':[{'url':'https://example.com'}]}",
                "{'links':[{'label':'Website'}]}",
                "{'skills':[null]}"
            })
    void a_profile_without_what_was_agreed_is_not_read(String profile) {
        CandidateJson candidate = candidate(PHONE, ADDRESS, profile);

        assertThatThrownBy(candidate::read).isInstanceOf(NullPointerException.class);
    }

    private static Person person(String phone, String address) {
        return candidate(phone, address, "{}").read().person();
    }

    private static CandidateJson candidate(String phone, String address, String profile) {
        String json = "{'id':'candidate-1','acceptedAt':'2026-03-01T18:30:00Z','person':{'firstName':'Jo',"
                + "'lastName':'Smith','email':'jo@example.com','phone':" + phone + ",'address':" + address
                + "},'profile':" + profile + "}";
        try {
            return MAPPER.readValue(json.replace('\'', '"'), CandidateJson.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
