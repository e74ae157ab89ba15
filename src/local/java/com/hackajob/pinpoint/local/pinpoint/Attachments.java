package com.hackajob.pinpoint.local.pinpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The extra attribute {@code attachments} (documented; that its addresses are signed and expire is inferred). */
final class Attachments {

    private Attachments() {}

    static List<Map<String, String>> shown(Account account, Row row) {
        return row.list("files", SimulatedFile.class).stream()
                .map(file -> shown(account, file))
                .toList();
    }

    private static Map<String, String> shown(Account account, SimulatedFile file) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("context", file.context());
        account.policies().attachmentNameKey().keys().forEach(key -> shown.put(key, file.filename()));
        shown.put("url", account.fileLinks().make(file, account.policies()).toString());
        return shown;
    }
}
