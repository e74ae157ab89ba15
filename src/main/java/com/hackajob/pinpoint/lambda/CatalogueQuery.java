package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.mapping.PinpointJobs.Search;
import com.hackajob.pinpoint.mapping.PinpointJobs.Within;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a caller looks for in the catalogue. Whatever can't be meant is refused before Pinpoint is asked. */
final class CatalogueQuery {

    private static final int LONGEST = 200;
    private static final int MOST_VALUES = 20;
    private static final Pattern STATUS = Pattern.compile("[a-z_]{1,40}");
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    // Control characters, broken pairs and line ends; and double braces, with which Pinpoint may quote a value.
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]|\\{\\{|}}");

    private CatalogueQuery() {}

    static Search of(Call call) {
        Search search = new Search(
                call.query("search").map(text -> text("search", text)),
                ids(call, "status", STATUS),
                new Within(names(call, "department"), ids(call, "departmentId", ID)),
                new Within(names(call, "location"), ids(call, "locationId", ID)),
                Optional.empty());
        return call.query("cursor")
                .map(cursor -> search.after(CatalogueCursor.read(cursor, search)))
                .orElse(search);
    }

    private static List<String> names(Call call, String parameter) {
        return values(call, parameter).map(name -> text(parameter, name)).toList();
    }

    private static String text(String parameter, String value) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > LONGEST || UNWANTED.matcher(value).find()) {
            throw new InvalidRequest(parameter);
        }
        return text;
    }

    private static List<String> ids(Call call, String parameter, Pattern form) {
        List<String> values = values(call, parameter).toList();
        if (!values.stream().allMatch(value -> form.matcher(value).matches())) {
            throw new InvalidRequest(parameter);
        }
        return values;
    }

    private static Stream<String> values(Call call, String parameter) {
        String[] values = call.query(parameter).map(text -> text.split(",", -1)).orElseGet(() -> new String[0]);
        if (values.length > MOST_VALUES) {
            throw new InvalidRequest(parameter);
        }
        return Stream.of(values);
    }
}
