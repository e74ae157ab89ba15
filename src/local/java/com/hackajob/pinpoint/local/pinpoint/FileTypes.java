package com.hackajob.pinpoint.local.pinpoint;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which files are taken, by extension (documented for cover letters and documents; for CVs inferred). */
final class FileTypes {

    static final Set<String> LETTERS = JobVocabulary.words("pdf doc docx txt rtf");
    static final Set<String> DOCUMENTS = JobVocabulary.words("pdf doc docx png jpeg jpg xls xlsx pptx mp4 mov txt");

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", OFFICE + "wordprocessingml.document"),
            Map.entry("txt", "text/plain"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("png", "image/png"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", OFFICE + "spreadsheetml.sheet"),
            Map.entry("pptx", OFFICE + "presentationml.presentation"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mov", "video/quicktime"));

    private FileTypes() {}

    static String extension(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot < 0 ? "" : filename.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static String mediaType(String filename) {
        return Optional.ofNullable(MEDIA_TYPES.get(extension(filename))).orElse("application/octet-stream");
    }
}
