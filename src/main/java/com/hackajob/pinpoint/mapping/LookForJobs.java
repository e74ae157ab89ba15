package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.connection.PinpointAnswer.Given;
import com.hackajob.pinpoint.mapping.PinpointJobs.Page;
import com.hackajob.pinpoint.mapping.PinpointJobs.Position;
import com.hackajob.pinpoint.mapping.PinpointJobs.Search;
import com.hackajob.pinpoint.mapping.PinpointJobs.Summary;
import com.hackajob.pinpoint.mapping.PinpointJobs.Within;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for the Pinpoint jobs that a title may mean, in three calls at most. Where one page shows all jobs that is all;
 * else Pinpoint's own search is tried. How it compares is not documented: where it finds nothing alike, the list is read on.
 */
final class LookForJobs {

    private static final Search ALL =
            new Search(Optional.empty(), List.of("open", "draft"), Within.ANY, Within.ANY, Optional.empty());

    private final PinpointJobs pinpointJobs;

    LookForJobs(PinpointJobs pinpointJobs) {
        this.pinpointJobs = pinpointJobs;
    }

    PinpointAnswer<Looked> look(Connection connection, String title) {
        return pinpointJobs.list(connection, ALL).map(first -> first.next()
                .map(next -> further(connection, title, first, next))
                .orElseGet(() -> new Looked(first.jobs(), true)));
    }

    private Looked further(Connection connection, String title, Page first, Position next) {
        Optional<Search> search = Title.telling(title).map(LookForJobs::of);
        Optional<Page> found = search.flatMap(wanted -> page(connection, wanted))
                .filter(page -> !new SuggestJobs(1).suggest(title, page.jobs()).isEmpty());
        if (found.isEmpty()) {
            Optional<Page> second = page(connection, ALL.after(next));
            boolean isAll = second.filter(page -> page.next().isEmpty()).isPresent();
            return new Looked(all(Stream.of(Optional.of(first), second)), isAll);
        }
        Optional<Page> more =
                found.get().next().flatMap(rest -> search.flatMap(wanted -> page(connection, wanted.after(rest))));
        return new Looked(all(Stream.of(Optional.of(first), found, more)), false);
    }

    private static Search of(String word) {
        return new Search(Optional.of(word), ALL.statuses(), Within.ANY, Within.ANY, Optional.empty());
    }

    /** Empty where it is refused now, which the first page was not: what that showed still stands. */
    private Optional<Page> page(Connection connection, Search search) {
        return pinpointJobs.list(connection, search) instanceof Given<Page>(var page)
                ? Optional.of(page)
                : Optional.empty();
    }

    private static List<Summary> all(Stream<Optional<Page>> pages) {
        return pages.flatMap(Optional::stream)
                .flatMap(page -> page.jobs().stream())
                .toList();
    }

    /** @param isAll whether these are all that there are */
    record Looked(List<Summary> jobs, boolean isAll) {
        Looked {
            jobs = List.copyOf(jobs);
        }
    }
}
