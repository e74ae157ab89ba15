package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.export.Person;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** File names that every system takes: lower-case letters without accents, digits and hyphens. */
final class FileNames {

    private static final int LONGEST = 60;

    private FileNames() {}

    static String of(Person person) {
        String name = Stream.of(person.firstName(), person.lastName())
                .map(FileNames::plain)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
        return (name.isEmpty() ? "candidate" : name) + "-hackajob-profile.pdf";
    }

    private static String plain(String name) {
        String letters = Normalizer.normalize(CleanText.line(name), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(character -> !CleanText.isMark(character))
                .mapToObj(FileNames::plain)
                .collect(Collectors.joining());
        String joined = letters.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return joined.substring(0, Math.min(LONGEST, joined.length())).replaceAll("-$", "");
    }

    /** Letters that are not an ASCII letter with a mark. */
    private static String plain(int letter) {
        return switch (letter) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'đ', 'ð' -> "d";
            case 'ł' -> "l";
            case 'þ' -> "th";
            case 'ı' -> "i";
            default -> Character.toString(letter);
        };
    }
}
