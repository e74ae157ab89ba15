package com.hackajob.pinpoint.export;

import java.util.List;
import java.util.Optional;

/** The same profile document for everybody. */
public final class FakeProfileDocuments implements ProfileDocuments {

    private List<String> missingGlyphs = List.of();

    private Optional<RuntimeException> bug = Optional.empty();

    @Override
    public ProfileDocument render(Candidate candidate) {
        bug.ifPresent(thrown -> {
            throw thrown;
        });
        return new ProfileDocument(ExportFixtures.PROFILE, missingGlyphs);
    }

    /** Every time, from now on. */
    public void fail(RuntimeException thrown) {
        bug = Optional.of(thrown);
    }

    public void cannotDraw(String... glyphs) {
        missingGlyphs = List.of(glyphs);
    }
}
