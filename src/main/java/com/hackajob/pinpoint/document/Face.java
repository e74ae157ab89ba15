package com.hackajob.pinpoint.document;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;

/**
 * An open font file.
 *
 * @param bold whether its letters are bold already
 */
record Face(BaseFont font, boolean bold) {

    /** @param name tells OpenPDF the format: it ends with .ttf, or with .ttc and the number of the font in the collection */
    static BaseFont open(String name, byte[] file) throws IOException {
        BaseFont font = BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, file, new byte[0]);
        font.setSecureRandom(new SubsetTag());
        return font;
    }

    /** Arabic letters take other shapes inside a word, and only a font that has all of them will do. */
    boolean draws(int character) {
        return font.charExists(character) && ArabicShapes.of(character).allMatch(font::charExists);
    }

    /** The font in a size; bold letters are made of others by a thicker line. */
    Font in(float size, boolean boldly) {
        return new Font(font, size, boldly && !bold ? Font.BOLD : Font.NORMAL);
    }
}
