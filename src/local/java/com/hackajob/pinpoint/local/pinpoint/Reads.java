package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** GET of a list and of one record (documented), the same for all resources. */
final class Reads {

    private final Account account;
    private final Set<Permission> granted;

    Reads(Account account, Set<Permission> granted) {
        this.account = account;
        this.granted = granted;
    }

    Reply list(Resource resource, Call call) {
        Query query = permitted(
                resource,
                QueryReader.list(resource, call.parameters(), account.policies().defaultSort()));
        View view = account.tables().lists();
        List<Row> matches = query.matches(view, resource);
        List<Row> page = query.page().of(matches);
        return Reply.document(200, new Documents(account, view, query).list(page, matches.size()));
    }

    Reply one(Resource resource, String id, Call call) {
        Query query = permitted(resource, QueryReader.one(resource, call.parameters()));
        Row row = account.now().find(resource.type(), id).orElseThrow(Refusal::notFound);
        return Reply.document(200, new Documents(account, account.now(), query).one(row));
    }

    /** What is included needs its own permission (inferred), except for stages, which need only the job's. */
    private Query permitted(Resource resource, Query query) {
        Includes allowed = account.policies().is(Policy.REFUSE_INCLUDES_WITHOUT_PERMISSION)
                ? query.includes()
                : query.includes()
                        .only((name, below) -> needed(resource, name, below).allMatch(granted::contains));
        needed(resource, allowed).forEach(permission -> Credentials.require(granted, permission));
        return query.with(allowed);
    }

    private static Stream<Permission> needed(Resource resource, Includes includes) {
        return Stream.concat(
                resource.read().stream(),
                includes.children().entrySet().stream()
                        .flatMap(child -> needed(resource, child.getKey(), child.getValue())));
    }

    private static Stream<Permission> needed(Resource resource, String relationship, Includes below) {
        return resource.relation(relationship).stream()
                .flatMap(relation -> relation.types().stream())
                .flatMap(type -> Resources.find(type).stream())
                .flatMap(target -> needed(target, below));
    }
}
