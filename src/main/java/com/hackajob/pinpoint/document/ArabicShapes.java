package com.hackajob.pinpoint.document;

import static java.util.stream.Collectors.groupingBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The shapes of Arabic letters that have code points of their own. OpenPDF joins letters by them. */
final class ArabicShapes {

    private static final Map<Integer, List<Integer>> SHAPES = IntStream.concat(
                    IntStream.rangeClosed(0xFB50, 0xFBFF), IntStream.rangeClosed(0xFE80, 0xFEF4))
            .filter(Character::isDefined)
            .boxed()
            .collect(groupingBy(ArabicShapes::letter));

    private ArabicShapes() {}

    static IntStream of(int letter) {
        return SHAPES.getOrDefault(letter, List.of()).stream().mapToInt(Integer::intValue);
    }

    private static int letter(int shape) {
        return Normalizer.normalize(Character.toString(shape), Normalizer.Form.NFKC)
                .codePointAt(0);
    }
}
