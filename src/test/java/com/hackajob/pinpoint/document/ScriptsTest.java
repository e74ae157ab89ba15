package com.hackajob.pinpoint.document;

import static com.hackajob.pinpoint.document.Candidates.aCandidateSaying;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.export.ProfileDocuments.ProfileDocument;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is read out of the page with PDFBox is what the candidate wrote: in the order of reading where a line runs in one
 * direction, and word by word where it runs in both.
 */
class ScriptsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zażółć gęślą jaźń, Dvořák, Ångström, Çelik, ıİ, Þórður, Œuvre",
                "Tôi là kỹ sư phần mềm ở Thành phố Hồ Chí Minh, mười năm kinh nghiệm",
                "Μηχανικός λογισμικού με εμπειρία στη Θεσσαλονίκη· ΑΒΓ και ABC",
                "Разработчик из Києва, съёмка, Љубав, Ґданськ; АВС и ABC",
                "Ծրագրավորող Երևանից",
                "€100k £90k ₴40 ₪30 № 5 → ✓ ★ “quotes” ‘single’ … – —"
            })
    void reads_left_to_right_scripts_as_written(String text) {
        assertThat(readBack(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "מהנדסת תוכנה בתל אביב",
                "שכר: 30,000 ש״ח, זמינות 100%",
                "עבדתי שלוש שנים (2019-2022) בצוות ענן.",
                "שָׁלוֹם עוֹלָם"
            })
    void reads_hebrew_as_written(String text) {
        assertThat(readBack(text)).isEqualTo(nfc(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "مهندس برمجيات في القاهرة",
                "السلام عليكم، الآن لأجل الإبداع والأمل",
                "خبرة ١٢ سنة و 15 مشروعا",
                "چهار پروژهٔ گوگل در تهران",
                "مُحَمَّد الكِتَابُ"
            })
    void reads_arabic_and_persian_as_written(String text) {
        assertThat(readBack(text)).isEqualTo(nfc(text));
    }

    /** It has parted the letters before and after it, and needs no drawing. */
    @Test
    void reads_words_without_the_joiners_that_shaped_them() {
        assertThat(readBack("برنامه\u200Cنویس")).isEqualTo("برنامهنویس");
    }

    @Test
    void reads_latin_letters_with_marks_as_written() {
        String text = "r\u0308ope\u0304n q\u0323uay";
        assertThat(readBack(text)).isEqualTo(nfc(text));
    }

    @Test
    void reads_presentation_forms_as_the_letters_they_show() {
        assertThat(readBack("\uFEB3\uFEFC\uFEE1\n\uFB01nd")).isEqualTo("سلام find");
    }

    @Test
    void reads_a_right_to_left_paragraph_of_many_lines_as_written() {
        String text = "עבדתי שלוש שנים בצוות ענן, בפיתוח ובתפעול. ".repeat(40).strip();
        assertThat(readBack(text)).isEqualTo(text);
    }

    /** Here a reader can only guess the order of words: what is certain is that each can be read and found. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "עבדתי ב Google שלוש שנים (2019-2022) בצוות ענן.",
                "מהנדס Java",
                "Java הוא שפת התכנות שלי",
                "She said שלום 123 456 עולם and left [עוד (פרטים)].",
                "C++ C# .NET שלום 12:30 כן?",
                "عملت في شركة Google لمدة 3 سنوات (2019-2022).",
                "My name is محمد الأحمد, from دبي"
            })
    void reads_each_word_of_a_line_of_both_directions(String text) {
        assertThat(words(readBack(text))).isEqualTo(words(text));
    }

    /** Words, numbers and punctuation of both directions in every order: the seed makes it the same every time. */
    @Test
    void reads_each_word_of_any_mixture_of_directions() {
        List<String> words =
                List.of("Java", "שלום", "2019-2022", "(עולם)", "\"C++\"", "سلام,", "100%", "٣٤", "a.b", "–", "הייטק:");
        Random random = new Random(7);
        String text = Stream.generate(() ->
                        random.ints(6, 0, words.size()).mapToObj(words::get).collect(Collectors.joining(" ")))
                .limit(400)
                .collect(Collectors.joining("\n"));
        assertThat(words(readBack(text))).isEqualTo(words(text));
    }

    @Test
    void begins_a_paragraph_where_its_first_letter_says() {
        assertThat(leftOf("J", "12 Java שלום")).isLessThan(leftOf("ש", "12 Java שלום"));
        assertThat(leftOf("J", "12 שלום Java")).isLessThan(leftOf("ש", "12 שלום Java"));
        assertThat(leftOf("J", "12 Java שלום")).isLessThan(100);
        assertThat(leftOf("ש", "12 שלום Java")).isGreaterThan(450);
    }

    @Test
    void leaves_out_and_reports_what_no_font_can_draw() {
        ProfileDocument document = Reader.render(aCandidateSaying("Lives in 中国 and 日本, 中 again, 한 𠀀"));
        assertThat(document.missingGlyphs())
                .isEqualTo(List.of("U+4E2D", "U+56FD", "U+65E5", "U+672C", "U+D55C", "U+20000"));
        assertThat(Reader.summary(document)).isEqualTo("Lives in and , again,");
    }

    /** A receipt with all of them could not be kept. */
    @Test
    void reports_no_more_than_a_hundred_of_them() {
        String all = IntStream.range(0x4E00, 0x4E00 + 101)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));

        List<String> missing = Reader.render(aCandidateSaying(all)).missingGlyphs();

        assertThat(missing).hasSize(100).startsWith("U+4E00").endsWith("U+4E63");
    }

    /** OpenPDF would leave nothing of such a character, silently. */
    @Test
    void reports_characters_beyond_the_first_plane_beside_right_to_left_text() {
        assertThat(Reader.render(aCandidateSaying("Well done 😀")).missingGlyphs())
                .isEmpty();
        assertThat(Reader.render(aCandidateSaying("כל הכבוד 😀")).missingGlyphs())
                .isEqualTo(List.of("U+1F600"));
    }

    private static float leftOf(String character, String text) {
        return Reader.with(Reader.render(aCandidateSaying(text)), pdf -> Positions.leftOf(pdf, character));
    }

    private static String readBack(String text) {
        ProfileDocument document = Reader.render(aCandidateSaying(text));
        assertThat(document.missingGlyphs()).isEmpty();
        return nfc(Reader.summary(document));
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static List<String> words(String text) {
        return Pattern.compile("[\\p{L}\\p{M}\\p{N}]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
