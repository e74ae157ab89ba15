package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Placed;
import com.hackajob.pinpoint.export.Receipt.Origin;

/** Which application holds an export, as a part of a row. */
final class PlacedItem {

    private PlacedItem() {}

    static Item write(Item row, Placed placed) {
        return row.with("application", placed.application().value())
                .with("origin", placed.origin().name())
                .with("generation", placed.generation());
    }

    static Placed read(Item item) {
        return new Placed(
                new ApplicationId(item.text("application")),
                Origin.valueOf(item.text("origin")),
                Math.toIntExact(item.number("generation")));
    }
}
