package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.Set;

/** GET of a list and of one record (documented), the same for all resources. */
final class Reads {

    private final Account account;
    private final Set<Permission> granted;

    Reads(Account account, Set<Permission> granted) {
        this.account = account;
        this.granted = granted;
    }

    Reply list(Resource resource, Call call) {
        Query query =
                QueryReader.list(resource, call.parameters(), account.policies().defaultSort());
        check(resource, query.includes());
        View view = account.tables().lists();
        List<Row> matches = query.matches(view, resource);
        List<Row> page = query.page().of(matches);
        return Reply.document(200, new Documents(account, view, query).list(page, matches.size()));
    }

    Reply one(Resource resource, String id, Call call) {
        Query query = QueryReader.one(resource, call.parameters());
        check(resource, query.includes());
        Row row = account.now().find(resource.type(), id).orElseThrow(Refusal::notFound);
        return Reply.document(200, new Documents(account, account.now(), query).one(row));
    }

    /** What is included needs its own permission (inferred), except for stages, which need only the job's. */
    private void check(Resource resource, Includes includes) {
        resource.read().ifPresent(needed -> Credentials.require(granted, needed));
        includes.children().forEach((name, below) -> resource.relation(name).stream()
                .flatMap(relation -> relation.types().stream())
                .forEach(type -> Resources.find(type).ifPresent(target -> check(target, below))));
    }
}
