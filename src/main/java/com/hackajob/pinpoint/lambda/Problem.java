package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.Optional;

/** An error as callers see it (RFC 9457). */
@RegisterForReflection
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String remedy,
        Optional<String> field,
        Optional<URI> help) {

    /** @param help the guide's paragraph about it */
    static Problem of(ErrorCode code, Optional<String> field, Optional<URI> help) {
        int status = status(code);
        return new Problem(
                "about:blank", title(status), status, code.code(), code.detail(), code.remedy(), field, help);
    }

    /** The same with a remedy that knows more. */
    Problem with(String betterRemedy) {
        return new Problem(type, title, status, code, detail, betterRemedy, field, help);
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST, OAUTH_REFUSED -> 400;
            case NOT_ENABLED, NOT_MASTER -> 403;
            case EXPORT_NOT_FOUND, JOB_NOT_FOUND, MAPPING_NOT_FOUND, CANDIDATE_NOT_FOUND, OAUTH_UNAVAILABLE -> 404;
            case ALREADY_CONNECTED, NOT_CONNECTED, NOTHING_TO_REPLAY, UNTRACKED -> 409;
            case RESULT_EXPIRED, SESSION_EXPIRED -> 410;
            case MAPPING_CONFLICT -> 412;
            case API_DISABLED,
                    CANDIDATE_BLOCKED,
                    CREDENTIAL_REJECTED,
                    CV_MISSING,
                    CV_TOO_LARGE,
                    CV_TYPE,
                    CV_UNREACHABLE,
                    CV_UNSAFE,
                    DUPLICATE_FOUND,
                    FIELD_REQUIRED,
                    JOB_CLOSED,
                    MAPPING_OUTDATED,
                    PERMISSION_MISSING,
                    PINPOINT_REFUSED,
                    STAGE_CHANGED,
                    STAGE_GONE,
                    SUBDOMAIN_UNKNOWN,
                    UNMAPPED,
                    WEBHOOK_SILENT -> 422;
            case RATE_LIMITED -> 429;
            case INTERNAL_ERROR -> 500;
            case HACKAJOB_UNAVAILABLE, NOT_ATTEMPTED, PINPOINT_UNAVAILABLE -> 503;
        };
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 412 -> "Precondition Failed";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }
}
