package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;

/** Comments that come along with an application, through {@code included} and {@code temp-id} (documented). */
final class Children {

    private Children() {}

    static List<String> comments(Body body) {
        List<String> texts = body.children("comments").stream()
                .map(comment -> comment.at("/attributes/body_text").asText(""))
                .toList();
        if (texts.stream().anyMatch(String::isBlank)) {
            throw Refusal.of(List.of(Problem.attribute("body_text", "can't be blank")));
        }
        return texts;
    }
}
