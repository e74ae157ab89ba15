package com.hackajob.pinpoint.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where the pages are written on, in points from the upper left corner. */
final class Positions extends PDFTextStripper {

    private final List<TextPosition> letters = new ArrayList<>();

    private Positions() {}

    static float widest(PDDocument pdf) {
        return (float) of(pdf).stream()
                .mapToDouble(letter -> letter.getX() + letter.getWidth())
                .max()
                .orElseThrow();
    }

    static float lowest(PDDocument pdf) {
        return (float) of(pdf).stream().mapToDouble(TextPosition::getY).max().orElseThrow();
    }

    /** Of the last place where the character stands. */
    static float leftOf(PDDocument pdf, String character) {
        return of(pdf).reversed().stream()
                .filter(letter -> letter.getUnicode().equals(character))
                .findFirst()
                .orElseThrow()
                .getX();
    }

    private static List<TextPosition> of(PDDocument pdf) {
        try {
            Positions positions = new Positions();
            positions.getText(pdf);
            return positions.letters;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        letters.add(letter);
        super.processTextPosition(letter);
    }
}
