package com.hackajob.pinpoint.lambda;

import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hosted connect page in HTML. The first page loads the templates: a function that shows none pays nothing. */
@Singleton
final class ConnectPages {

    private volatile @Nullable ConnectTemplates templates;

    /**
     * Renders a step.
     *
     * @param formTargets the origins, beside our own, that posting a form may lead to
     */
    Page render(ConnectView view, Set<String> formTargets) {
        ConnectTemplates loaded = templates();
        return new Page(loaded.render(ConnectModel.of(view)), loaded.policy().allowing(formTargets));
    }

    private ConnectTemplates templates() {
        ConnectTemplates loaded = templates;
        if (loaded == null) {
            loaded = ConnectTemplates.load();
            templates = loaded;
        }
        return loaded;
    }

    /** A whole document, and the header that says what it may do. */
    record Page(String html, String contentSecurityPolicy) {}
}
