package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.Export;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.stagesync.Track;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An export as callers see it. Its id is the job's and the candidate's, so that both sides can tell it. */
@RegisterForReflection
record ExportJson(
        String id,
        String jobId,
        String candidateId,
        String state,
        int attempts,
        Instant receivedAt,
        Instant updatedAt,
        Optional<Instant> due,
        Optional<String> code,
        Optional<String> detail,
        Optional<String> remedy,
        Optional<ReceiptJson> receipt,
        Optional<TrackingJson> tracking) {

    static ExportJson of(Export export) {
        return of(export, Optional.empty());
    }

    /** @param track where it is asked for and there is something to follow */
    static ExportJson of(Export export, Optional<Track> track) {
        Optional<ErrorCode> code = code(export.state());
        return new ExportJson(
                id(export.key()),
                export.key().job().value(),
                export.key().candidate().value(),
                export.state().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                export.attempts(),
                export.cameAt(),
                export.updatedAt(),
                export.state().due(),
                code.map(ErrorCode::code),
                code.map(known -> detail(known, export.state())),
                code.map(ErrorCode::remedy),
                receipt(export),
                track.filter(_ -> export.state() instanceof Verified).map(TrackingJson::of));
    }

    static String id(ExportKey key) {
        return key.job().value() + "~" + key.candidate().value();
    }

    private static Optional<ErrorCode> code(ExportState state) {
        return switch (state) {
            case Waiting waiting -> Optional.of(waiting.code());
            case Submitted submitted -> Optional.of(submitted.code());
            case Held held -> Optional.of(held.code());
            case Failed failed -> Optional.of(failed.code());
            case Skipped _ -> Optional.of(ErrorCode.UNMAPPED);
            case ExportState.Claimed _,
                    ExportState.Submitting _,
                    ExportState.Queued _,
                    Verified _,
                    ExportState.Erased _ -> Optional.empty();
        };
    }

    private static String detail(ErrorCode code, ExportState state) {
        return state instanceof Failed failed
                ? failed.words()
                        .map(words -> code.detail() + " (" + words + ")")
                        .orElse(code.detail())
                : code.detail();
    }

    private static Optional<ReceiptJson> receipt(Export export) {
        return export.state() instanceof Verified verified
                ? Optional.of(ReceiptJson.of(verified, export.attempts()))
                : Optional.empty();
    }

    @RegisterForReflection
    record Page(List<ExportJson> exports, Optional<String> next) {

        static Page of(Ledger.Page page) {
            return new Page(
                    page.exports().stream().map(ExportJson::of).toList(),
                    page.next().map(ExportJson::id));
        }
    }
}
