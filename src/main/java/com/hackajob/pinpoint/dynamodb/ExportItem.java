package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.export.Export;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.ExportState.Claimed;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Queued;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Submitting;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.export.Ledger.Claim;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * An export as a row. Beside what its state holds, a row keeps what later attempts must know: {@code mayExist} once a
 * POST was begun, {@code application}, {@code origin} and
 * {@code generation} once Pinpoint has it, {@code told} what the employer knows that it waits for.
 */
final class ExportItem {

    /** What an erased row has no more; it keeps the id of its application, to look whether that is left. */
    static final String ERASED = "receipt, words, code, told, mayExist, verifiedAt, failures, GSI1PK, GSI1SK";

    private ExportItem() {}

    static String name(ExportState state) {
        return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static Item identity(ExportKey key) {
        return Item.empty()
                .with("company", key.company().value())
                .with("job", key.job().value())
                .with("candidate", key.candidate().value());
    }

    static ExportKey key(Item item) {
        return new ExportKey(
                new CompanyId(item.text("company")),
                new JobId(item.text("job")),
                new CandidateId(item.text("candidate")));
    }

    static Claim.Granted granted(ExportKey key, Item item) {
        return new Claim.Granted(
                key,
                item.number("version"),
                Math.toIntExact(item.number("attempts")),
                item.flag("mayExist"),
                item.optionalText("application").map(application -> PlacedItem.read(item)),
                failures(item) - 1,
                item.optionalText("told").map(ErrorCode::of),
                item.optionalInstant("erasedAt"));
    }

    /** Adds what a row of that state holds. */
    static Item describe(Item row, ExportKey key, ExportState state) {
        state.due().ifPresent(due -> row.with("due", due)
                .with("GSI2PK", Keys.due(key.company()))
                .with("GSI2SK", Keys.dueAt(due, key)));
        row.with("state", name(state));
        return switch (state) {
            case Claimed _, Skipped _ -> row;
            case Submitting _ -> row.with("mayExist", true);
            case Submitted submitted ->
                PlacedItem.write(row, submitted.placed())
                        .with("code", submitted.code().code())
                        .with("failures", submitted.failures());
            case Waiting waiting -> row.with("code", waiting.code().code()).with("failures", waiting.failures());
            case Held held ->
                row.with("code", held.code().code())
                        .with("told", held.code().code())
                        .with("failures", 0);
            case Queued _ -> row.with("failures", 0);
            case Verified(var receipt, var at) ->
                row.with("receipt", ReceiptItem.write(receipt))
                        .with("verifiedAt", at)
                        .with("GSI1PK", Keys.application(key.company(), receipt.placed()))
                        .with("GSI1SK", Keys.export(key));
            case Failed(var code, var words) -> row.with("code", code.code()).with("words", words.orElse(""));
            case Erased(var at, var application, var _) ->
                row.with("erasedAt", at).with("address", application.map(URI::toString));
        };
    }

    static Export read(Item item) {
        return new Export(
                key(item),
                state(item),
                Math.toIntExact(item.number("attempts")),
                item.instant("cameAt"),
                item.instant("updatedAt"));
    }

    /** A tombstone that a worker has in hand, to look what is left, is a tombstone. */
    private static ExportState state(Item item) {
        return switch (item.optionalText("erasedAt").isPresent() ? "erased" : item.text("state")) {
            case "claimed" -> new Claimed(item.instant("due"));
            case "submitting" -> new Submitting(item.instant("due"));
            case "submitted" -> new Submitted(item.instant("due"), PlacedItem.read(item), code(item), failures(item));
            case "waiting" -> new Waiting(item.instant("due"), code(item), failures(item));
            case "held" -> new Held(item.instant("due"), code(item));
            case "queued" -> new Queued(item.instant("due"));
            case "verified" -> new Verified(ReceiptItem.read(item.item("receipt")), item.instant("verifiedAt"));
            case "skipped" -> new Skipped();
            case "failed" ->
                new Failed(code(item), Optional.of(item.text("words")).filter(words -> !words.isEmpty()));
            case "erased" ->
                new Erased(
                        item.instant("erasedAt"),
                        item.optionalText("address").map(URI::create),
                        item.optionalInstant("due"));
            default -> throw new IllegalStateException("a row is in no known state");
        };
    }

    private static ErrorCode code(Item item) {
        return ErrorCode.of(item.text("code"));
    }

    private static int failures(Item item) {
        return Math.toIntExact(item.number("failures"));
    }
}
