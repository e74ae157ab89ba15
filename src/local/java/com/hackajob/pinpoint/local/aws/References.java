package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What {@code Ref} and {@code Fn::GetAtt} stand for. */
interface References {

    Optional<JsonNode> ref(String name);

    Optional<JsonNode> attribute(String resource, String attribute);
}
