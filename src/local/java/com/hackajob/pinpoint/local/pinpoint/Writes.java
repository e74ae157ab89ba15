package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.Set;

/** POST, PUT and DELETE (documented). */
final class Writes {

    private static final List<String> CANDIDATE = List.of(("first_name last_name middle_name preferred_name email phone"
                    + " phone_iso2 date_of_birth address1 address2 town state_province postcode country locale blocked"
                    + " external_system_reference")
            .split(" "));

    private final Account account;
    private final Set<Permission> granted;

    Writes(Account account, Set<Permission> granted) {
        this.account = account;
        this.granted = granted;
    }

    Reply createApplication(Call call) {
        Body body = body(call, Permission.APPLICATION_WRITE, "post-application");
        return written(201, new CreateApplication(account, body).create());
    }

    Reply updateApplication(String id, Call call) {
        Body body = body(call, Permission.APPLICATION_WRITE, "put-application");
        Row application = existing("applications", id, body);
        return written(200, new UpdateApplication(account, body).update(application));
    }

    Reply updateCandidate(String id, Call call) {
        Body body = body(call, Permission.CANDIDATE_WRITE, "put-candidate");
        Row candidate = existing("candidates", id, body);
        return written(200, new Candidates(account).update(candidate, body, CANDIDATE));
    }

    Reply createComment(Call call) {
        Body body = body(call, Permission.COMMENT_WRITE, "post-comment");
        String text = body.text("body_text")
                .orElseThrow(() -> Refusal.of(List.of(Problem.attribute("body_text", "can't be blank"))));
        Row commentable = body.related("commentable")
                .flatMap(id -> account.now().find(body.relatedType("commentable"), id))
                .orElseThrow(() -> Refusal.of(List.of(Problem.relationship("commentable", "must exist"))));
        return written(201, new Comments(account).add(commentable, text));
    }

    Reply delete(String type, Permission permission, String id, Call call) {
        Credentials.require(granted, permission);
        refuseParameters(call);
        account.tables().delete(account.now().find(type, id).orElseThrow(Refusal::notFound));
        return Reply.document(200, Wire.object().set("meta", Wire.object()));
    }

    private Body body(Call call, Permission permission, String schema) {
        Credentials.require(granted, permission);
        MediaTypes.checkContent(call);
        refuseParameters(call);
        return new BodyReader(account.policies(), schema).read(call.body());
    }

    private static void refuseParameters(Call call) {
        call.parameters().stream().findFirst().ifPresent(parameter -> {
            throw parameter.refused();
        });
    }

    private Row existing(String type, String id, Body body) {
        if (!body.document().at("/data/id").asText().equals(id)) {
            throw Refusal.violation(ErrorKind.BAD_REQUEST, "data.id is not the id of the path");
        }
        return account.now().find(type, id).orElseThrow(Refusal::notFound);
    }

    private Reply written(int status, Row row) {
        Query plain = QueryReader.one(Resources.of(row.type()), List.of());
        return Reply.document(status, new Documents(account, account.now(), plain).one(row));
    }
}
