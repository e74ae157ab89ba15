package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One entry of an error document. Its four members are documented; what {@code source} and {@code meta} say of a wrong
 * attribute is inferred.
 */
record Problem(ErrorKind kind, String detail, Optional<String> pointer, Optional<String> parameter) {

    static Problem of(ErrorKind kind, String detail) {
        return new Problem(kind, detail, Optional.empty(), Optional.empty());
    }

    static Problem parameter(String parameter) {
        return new Problem(ErrorKind.BAD_REQUEST, "Malformed query params", Optional.empty(), Optional.of(parameter));
    }

    /** A wrong value of an attribute: {@code email can't be blank}. */
    static Problem attribute(String attribute, String message) {
        return new Problem(
                ErrorKind.UNPROCESSABLE_ENTITY,
                attribute + " " + message,
                Optional.of("/data/attributes/" + attribute),
                Optional.empty());
    }

    static Problem relationship(String relationship, String message) {
        return new Problem(
                ErrorKind.UNPROCESSABLE_ENTITY,
                relationship + " " + message,
                Optional.of("/data/relationships/" + relationship),
                Optional.empty());
    }

    ObjectNode json() {
        ObjectNode json = Wire.object()
                .put("code", kind.code())
                .put("status", String.valueOf(kind.status()))
                .put("title", kind.title())
                .put("detail", detail);
        pointer.ifPresent(at -> json.putObject("source").put("pointer", at));
        parameter.ifPresent(name -> json.putObject("source").put("parameter", name));
        return json;
    }
}
