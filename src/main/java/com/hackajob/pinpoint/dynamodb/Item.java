package com.hackajob.pinpoint.dynamodb;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A row, or a part of one, by attribute name: the only place that speaks the table's own types. */
final class Item {

    private final Map<String, AttributeValue> values;

    private Item(Map<String, AttributeValue> values) {
        this.values = values;
    }

    static Item empty() {
        return new Item(new HashMap<>());
    }

    static Item of(Map<String, AttributeValue> values) {
        return new Item(values);
    }

    static Item key(String pk, String sk) {
        return empty().with("PK", pk).with("SK", sk);
    }

    Item with(String name, String value) {
        values.put(name, AttributeValue.fromS(value));
        return this;
    }

    Item with(String name, Optional<String> value) {
        value.ifPresent(present -> with(name, present));
        return this;
    }

    Item with(String name, long value) {
        values.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    Item with(String name, boolean value) {
        values.put(name, AttributeValue.fromBool(value));
        return this;
    }

    Item with(String name, Instant value) {
        return with(name, Keys.instant(value));
    }

    Item with(String name, Item value) {
        values.put(name, AttributeValue.fromM(value.values));
        return this;
    }

    /** @param texts at least one: the table holds no empty set */
    Item withSet(String name, Set<String> texts) {
        values.put(name, AttributeValue.fromSs(List.copyOf(texts)));
        return this;
    }

    Item withTexts(String name, List<String> texts) {
        values.put(
                name,
                AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList()));
        return this;
    }

    Item withItems(String name, List<Item> items) {
        values.put(
                name,
                AttributeValue.fromL(items.stream()
                        .map(item -> AttributeValue.fromM(item.values))
                        .toList()));
        return this;
    }

    /** Since the table deletes late and not at all locally, every reader checks it too. In seconds, as TTL wants it. */
    Item expiring(Instant at) {
        return with("expiresAt", at.getEpochSecond());
    }

    boolean isExpired(Instant now) {
        return number("expiresAt") <= now.getEpochSecond();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return value(name).s();
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
    }

    long number(String name) {
        return Long.parseLong(value(name).n());
    }

    boolean flag(String name) {
        return has(name) && value(name).bool();
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    Optional<Instant> optionalInstant(String name) {
        return optionalText(name).map(Instant::parse);
    }

    Item item(String name) {
        return of(value(name).m());
    }

    Optional<Item> optionalItem(String name) {
        return has(name) ? Optional.of(item(name)) : Optional.empty();
    }

    Set<String> set(String name) {
        return Set.copyOf(value(name).ss());
    }

    List<String> texts(String name) {
        return value(name).l().stream().map(AttributeValue::s).toList();
    }

    List<Item> items(String name) {
        return value(name).l().stream().map(part -> of(part.m())).toList();
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    private AttributeValue value(String name) {
        AttributeValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("a row lacks " + name);
        }
        return value;
    }
}
