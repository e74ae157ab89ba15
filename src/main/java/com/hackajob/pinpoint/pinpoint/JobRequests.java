package com.hackajob.pinpoint.pinpoint;

import com.hackajob.pinpoint.mapping.PinpointJobs.Position;
import com.hackajob.pinpoint.mapping.PinpointJobs.Search;
import com.hackajob.pinpoint.mapping.PinpointJobs.Within;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Pinpoint is asked for jobs with. */
final class JobRequests {

    static final int PAGE_SIZE = 100;

    private static final String UNITS = "department,location";

    private JobRequests() {}

    /** By id, since then new jobs come last and pages that were read stay as they were. */
    static Map<String, String> list(Search search, boolean unitsShown) {
        Map<String, String> query = page(search.after());
        if (unitsShown) {
            query.put("include", UNITS);
        }
        search.text().ifPresent(text -> query.put("filter[search]", text));
        putList(query, "status", search.statuses());
        putUnits(query, "department", search.department());
        putUnits(query, "location", search.location());
        return query;
    }

    static Map<String, String> listWithStages(Optional<Position> after) {
        Map<String, String> query = page(after);
        query.put("include", "stages");
        return query;
    }

    private static Map<String, String> page(Optional<Position> after) {
        Map<String, String> query = new HashMap<>();
        query.put("sort", "id");
        query.put("page[number]", after.map(Position::page).orElse(1).toString());
        query.put("page[size]", Integer.toString(PAGE_SIZE));
        return query;
    }

    static Map<String, String> one(boolean unitsShown) {
        return Map.of("include", unitsShown ? "stages," + UNITS : "stages");
    }

    private static void putUnits(Map<String, String> query, String unit, Within within) {
        putList(query, unit + "_name", within.names());
        putList(query, unit + "_id", within.ids());
    }

    private static void putList(Map<String, String> query, String filter, List<String> values) {
        if (!values.isEmpty()) {
            query.put("filter[" + filter + "]", String.join(",", values));
        }
    }
}
