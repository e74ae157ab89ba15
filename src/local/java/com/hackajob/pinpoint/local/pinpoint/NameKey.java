package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;

/** The key of a file's name in {@code attachments}: the schema says {@code name}, the clients read {@code filename}. */
public enum NameKey {
    FILENAME("filename"),
    NAME("name"),
    BOTH("filename", "name");

    private final List<String> keys;

    NameKey(String... keys) {
        this.keys = List.of(keys);
    }

    List<String> keys() {
        return keys;
    }
}
