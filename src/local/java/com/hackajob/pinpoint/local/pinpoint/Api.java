package com.hackajob.pinpoint.local.pinpoint;

import java.util.Optional;
import java.util.Set;

/** {@code /api/v1} of one tenant: credential, rate limit, then the operation (documented; PUT and never PATCH). */
final class Api {

    private final Account account;
    private final RateLimiter limiter;

    Api(Account account) {
        this.account = account;
        this.limiter = new RateLimiter(account);
    }

    Reply answer(Call call) {
        synchronized (account.tables()) {
            Set<Permission> granted = new Credentials(account).check(call);
            Optional<Reply> limited = limiter.refusal();
            if (limited.isPresent()) {
                return limited.get();
            }
            MediaTypes.checkAccept(call);
            return answer(call, granted);
        }
    }

    private Reply answer(Call call, Set<Permission> granted) {
        Route route = Route.of(call);
        Writes writes = new Writes(account, granted);
        return switch (route.shape()) {
            case "POST /applications" -> writes.createApplication(call);
            case "PUT /applications/{id}" -> writes.updateApplication(route.id(), call);
            case "DELETE /applications/{id}" ->
                writes.delete("applications", Permission.APPLICATION_DELETE, route.id(), call);
            case "PUT /candidates/{id}" -> writes.updateCandidate(route.id(), call);
            case "POST /comments" -> writes.createComment(call);
            case "DELETE /comments/{id}" -> writes.delete("comments", Permission.COMMENT_DELETE, route.id(), call);
            default -> read(route, call, granted);
        };
    }

    private Reply read(Route route, Call call, Set<Permission> granted) {
        Resource resource = Resources.readable()
                .filter(found -> route.method().equals("GET") && route.type().equals(found.type()))
                .findFirst()
                .orElseThrow(() -> notServed(route));
        Reads reads = new Reads(account, granted);
        return route.hasId() ? reads.one(resource, route.id(), call) : reads.list(resource, call);
    }

    private static Refusal notServed(Route route) {
        return DocumentedOperations.include(route)
                ? Refusal.violation(ErrorKind.INTERNAL_SERVER_ERROR, route.shape() + " is not simulated")
                : Refusal.violation(ErrorKind.NOT_FOUND, "Record not found");
    }
}
