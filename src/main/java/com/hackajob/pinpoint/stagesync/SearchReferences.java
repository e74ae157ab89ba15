package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds a company's applications by their references, as many as fit into a call at a time. */
final class SearchReferences {

    /** A list of references is an address as well, and addresses can't be of any length: characters of them in one call. */
    private static final int LONGEST = 4_000;

    private final PinpointStages pinpoint;

    SearchReferences(PinpointStages pinpoint) {
        this.pinpoint = pinpoint;
    }

    /**
     * @param references at most fifty
     * @return those that any application bears; what Pinpoint does not let us see is not there
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer
     */
    Map<Reference, List<Seen>> search(Connection connection, List<Reference> references) {
        Map<Reference, List<Seen>> found = new HashMap<>();
        List<Reference> asked = new ArrayList<>();
        int length = 0;
        for (Reference reference : references) {
            length += reference.value().length();
            if (length > LONGEST) {
                ask(connection, asked, found);
                asked.clear();
                length = reference.value().length();
            }
            asked.add(reference);
        }
        ask(connection, asked, found);
        return found;
    }

    // A filter that Pinpoint leaves out of account finds everybody: nothing is taken but what was asked for.
    private void ask(Connection connection, List<Reference> references, Map<Reference, List<Seen>> found) {
        if (references.isEmpty()) {
            return;
        }
        List<Seen> seen =
                pinpoint.bearing(connection, List.copyOf(references)).given().orElse(List.of());
        for (Seen one : seen) {
            one.reference().filter(references::contains).ifPresent(reference -> found.computeIfAbsent(
                            reference, _ -> new ArrayList<>())
                    .add(one));
        }
    }
}
