package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointJobs.Position;
import com.hackajob.pinpoint.mapping.PinpointJobs.Search;
import com.hackajob.pinpoint.mapping.PinpointJobs.Within;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueQueryTest {

    private static final Search ALL = new Search(Optional.empty(), List.of(), Within.ANY, Within.ANY, Optional.empty());
    private static final Position SECOND = new Position(2, new PinpointJobId("100"));

    @Test
    void without_a_word_all_jobs_are_meant() {
        assertThat(read(Map.of())).isEqualTo(ALL);
    }

    @Test
    void reads_every_filter() {
        assertThat(read(Map.of(
                        "search", " engineer ",
                        "status", "open,pending_approval",
                        "department", "R&D, Küche",
                        "departmentId", "3,4",
                        "location", "St. Helier",
                        "locationId", "5")))
                .isEqualTo(new Search(
                        Optional.of("engineer"),
                        List.of("open", "pending_approval"),
                        new Within(List.of("R&D", "Küche"), List.of("3", "4")),
                        new Within(List.of("St. Helier"), List.of("5")),
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "department", "location"})
    void text_that_can_not_be_meant_is_refused(String parameter) {
        for (String text :
                List.of(" ", "a\nb", "a\u0000b", "a\u2028b", "a\u0085b", "a\ud800b", "{{a,b}}", "x".repeat(201))) {
            assertRefused(parameter, text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"department", "location"})
    void no_name_may_be_empty_and_there_may_be_twenty(String parameter) {
        assertRefused(parameter, "Kitchen,");
        assertRefused(parameter, ",");
        assertRefused(parameter, String.join(",", Collections.nCopies(21, "a")));
        assertThat(read(Map.of("location", String.join(",", Collections.nCopies(20, "a"))))
                        .location()
                        .names())
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "departmentId", "locationId"})
    void what_can_not_be_a_state_or_an_id_is_refused(String parameter) {
        for (String text : List.of(";", "1,,2", "open,", "OPEN", "-1", "1 2", "1&x=1", "9".repeat(41))) {
            assertRefused(parameter, text);
        }
    }

    @Test
    void a_cursor_leads_on_from_where_its_search_was() {
        Search search = read(Map.of("search", "engineer"));

        String cursor = CatalogueCursor.write(SECOND, search);

        assertThat(cursor).matches("[A-Za-z0-9_-]{1,100}");
        assertThat(read(Map.of("search", "engineer", "cursor", cursor))).isEqualTo(search.after(SECOND));
        assertThat(CatalogueCursor.write(SECOND, search.after(SECOND))).isEqualTo(cursor);
    }

    @Test
    void a_cursor_of_another_search_is_refused() {
        assertThatThrownBy(() -> read(Map.of("search", "cook", "cursor", CatalogueCursor.write(SECOND, ALL))))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "0.1", "-1.1", "100000.1", "02.1", "2.", "2.x", "2.12345678901234567890", "2.1\n"})
    void a_page_that_no_cursor_leads_to_is_refused(String place) {
        String digest = decoded(CatalogueCursor.write(SECOND, ALL)).substring("2.100".length());

        assertRefused("cursor", encoded(place + digest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "abc", "=", "%00", "Mi4xMDA", "ä", "Mi4xMDAu="})
    void text_that_is_no_cursor_is_refused(String cursor) {
        assertRefused("cursor", cursor);
    }

    private static void assertRefused(String parameter, String text) {
        assertThatThrownBy(() -> read(Map.of(parameter, text)))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(parameter));
    }

    private static Search read(Map<String, String> query) {
        var request = new ApiRequest("GET /v1/pinpoint/jobs", null, query, null, null, null, false, null);
        return CatalogueQuery.of(new Call(request, new JsonBodies(new ObjectMapper())));
    }

    private static String decoded(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
    }

    private static String encoded(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.US_ASCII));
    }
}
