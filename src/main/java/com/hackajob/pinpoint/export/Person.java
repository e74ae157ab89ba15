package com.hackajob.pinpoint.export;

import java.util.Optional;

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
