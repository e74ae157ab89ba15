package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.Map;

/** Comments on applications and candidates (documented: by the API they are the system user's, and users are told). */
final class Comments {

    private final Account account;

    Comments(Account account) {
        this.account = account;
    }

    static List<Row> on(View view, Row commentable) {
        return view.rows("comments", "commentable_id", commentable.id()).stream()
                .filter(comment -> comment.is("commentable_type", Relation.classOf(commentable.type())))
                .toList();
    }

    Row add(Row commentable, String text) {
        Row comment = account.tables()
                .insert(
                        "comments",
                        Map.of(
                                "body_text",
                                text,
                                "commentable_id",
                                commentable.id(),
                                "commentable_type",
                                Relation.classOf(commentable.type()),
                                "private_comment",
                                false));
        if (commentable.type().equals("applications")) {
            account.notify(commentable, "New Comment Received", Notification.USERS);
        }
        return comment;
    }
}
