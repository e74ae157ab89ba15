package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.Receipt;
import com.hackajob.pinpoint.export.Reference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The proof of an export as callers see it. */
@RegisterForReflection
record ReceiptJson(
        String origin,
        String applicationId,
        String applicationUrl,
        Optional<String> reference,
        String pinpointJobId,
        StageJson stage,
        SourceJson source,
        List<FileJson> files,
        List<String> missingGlyphs,
        boolean candidateNotified,
        int attempts,
        Instant acceptedAt,
        Instant verifiedAt) {

    static ReceiptJson of(Verified verified, int attempts) {
        Receipt receipt = verified.receipt();
        return new ReceiptJson(
                word(receipt.origin()),
                receipt.application().value(),
                receipt.address().toString(),
                receipt.reference().map(Reference::value),
                receipt.pinpointJob().value(),
                new StageJson(receipt.stage().id().value(), receipt.stage().name()),
                new SourceJson(receipt.source().channel(), receipt.source().detail()),
                receipt.files().stream().map(FileJson::of).toList(),
                receipt.missingGlyphs(),
                receipt.candidateNotified(),
                attempts,
                receipt.acceptedAt(),
                verified.at());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @RegisterForReflection
    record StageJson(String id, String name) {}

    @RegisterForReflection
    record SourceJson(String channel, String channelSource) {}

    @RegisterForReflection
    record FileJson(String kind, int size, String sha256, String readBack) {

        private static FileJson of(Receipt.File file) {
            return new FileJson(word(file.kind()), file.size(), file.sha256(), word(file.readBack()));
        }
    }
}
