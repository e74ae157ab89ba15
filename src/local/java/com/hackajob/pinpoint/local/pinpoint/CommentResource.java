package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;

/** Comments (documented): on an application or a candidate. */
final class CommentResource {

    private CommentResource() {}

    static Resource describe() {
        return Resource.listed(
                        "comments",
                        Permission.COMMENT_READ,
                        List.of(
                                "body_text",
                                "commentable_id",
                                "commentable_type",
                                "private_comment",
                                "user_id",
                                "created_at",
                                "updated_at"),
                        Relation.one("user", "users"),
                        Relation.polymorphic("commentable", "applications", "candidates"))
                .with(
                        Filter.list("commentable_id").numeric(),
                        Filter.list("commentable_type"),
                        Filter.range("created_at"),
                        Filter.range("updated_at"));
    }
}
