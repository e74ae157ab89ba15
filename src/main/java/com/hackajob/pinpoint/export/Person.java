package com.hackajob.pinpoint.export;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who the candidate is and how to reach them. */
public record Person(
        String firstName,
        String lastName,
        String email,
        Optional<Phone> phone,
        Optional<Address> address,
        Optional<String> linkedIn) {

    /** First and last name, as written on a document. */
    public String fullName() {
        return (firstName + " " + lastName).strip();
    }

    /** Whether the address can be the one of exactly one person. Pinpoint's search takes a comma for the end of one. */
    boolean isReachable() {
        return email.matches("[^\\s,@]+@[^\\s,@]+");
    }

    /** Whether an address is another's. */
    boolean isNotAt(String address) {
        return !email.strip().equalsIgnoreCase(address.strip());
    }

    /** Others' words about this person, without what they say of them. */
    public String hide(String words) {
        var all = Stream.of(
                        Stream.of(email, fullName(), firstName, lastName),
                        phone.map(Phone::number).stream(),
                        address.stream().flatMap(a -> Stream.of(a.line1(), a.town(), a.postcode())),
                        linkedIn.stream())
                .flatMap(values -> values)
                .filter(value -> !value.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?iu)(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])"));
        return words.replaceAll(all, "…");
    }

    @Override
    public String toString() {
        return "Person[hidden]";
    }

    /**
     * @param number in E.164 form, such as {@code +447700900123}
     * @param country two upper-case letters
     */
    public record Phone(String number, String country) {
        @Override
        public String toString() {
            return "Phone[hidden]";
        }
    }

    /** @param country as hackajob writes it, usually two letters */
    public record Address(String line1, String town, String postcode, String country) {
        @Override
        public String toString() {
            return "Address[hidden]";
        }
    }
}
