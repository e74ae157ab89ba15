package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The tag attributes of a write (documented). */
final class Tagging {

    private Tagging() {}

    static List<Tag> applied(List<Tag> before, Body body) {
        List<Tag> tags = new ArrayList<>(before);
        Body.stream(body.attributes().path("add_tags_with_context"))
                .map(Tagging::tag)
                .forEach(tags::add);
        if (body.has("add_tag_with_context")) {
            tags.add(tag(body.attributes().get("add_tag_with_context")));
        }
        if (body.has("remove_tag_with_context")) {
            tags.remove(tag(body.attributes().get("remove_tag_with_context")));
        }
        return tags.stream().distinct().toList();
    }

    private static Tag tag(JsonNode tag) {
        return new Tag(tag.path("context").asText(), tag.path("tag").asText());
    }
}
