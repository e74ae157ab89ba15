package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.export.Receipt;
import com.hackajob.pinpoint.export.Receipt.File;
import com.hackajob.pinpoint.export.Receipt.Kind;
import com.hackajob.pinpoint.export.Receipt.ReadBack;
import com.hackajob.pinpoint.export.Receipt.Stage;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.export.Source;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import java.net.URI;

/** A receipt as a part of a row. */
final class ReceiptItem {

    private ReceiptItem() {}

    static Item write(Receipt receipt) {
        return PlacedItem.write(Item.empty(), receipt.placed())
                .with("address", receipt.address().toString())
                .with("reference", receipt.reference().map(Reference::value))
                .with("pinpointJob", receipt.pinpointJob().value())
                .with("stage", receipt.stage().id().value())
                .with("stageName", receipt.stage().name())
                .with("channel", receipt.source().channel())
                .with("channelSource", receipt.source().detail())
                .withItems(
                        "files",
                        receipt.files().stream().map(ReceiptItem::write).toList())
                .withTexts("missingGlyphs", receipt.missingGlyphs())
                .with("candidateNotified", receipt.candidateNotified())
                .with("acceptedAt", receipt.acceptedAt());
    }

    static Receipt read(Item item) {
        return new Receipt(
                PlacedItem.read(item),
                URI.create(item.text("address")),
                item.optionalText("reference").map(Reference::new),
                new PinpointJobId(item.text("pinpointJob")),
                new Stage(new PinpointStageId(item.text("stage")), item.text("stageName")),
                new Source(item.text("channel"), item.text("channelSource")),
                item.items("files").stream().map(ReceiptItem::file).toList(),
                item.texts("missingGlyphs"),
                item.flag("candidateNotified"),
                item.instant("acceptedAt"));
    }

    private static Item write(File file) {
        return Item.empty()
                .with("kind", file.kind().name())
                .with("size", file.size())
                .with("sha256", file.sha256())
                .with("readBack", file.readBack().name());
    }

    private static File file(Item item) {
        return new File(
                Kind.valueOf(item.text("kind")),
                Math.toIntExact(item.number("size")),
                item.text("sha256"),
                ReadBack.valueOf(item.text("readBack")));
    }
}
