package com.hackajob.pinpoint.lambda;

/**
 * What somebody looks at pages with.
 *
 * @param width of the page's area, in CSS pixels
 * @param height of the page's area, in CSS pixels
 */
record ChromiumSetting(int width, int height, boolean runsScripts, boolean isDark) {

    static ChromiumSetting desktop() {
        return window(1280, 900);
    }

    /** As narrow as WCAG's reflow asks for: 320 pixels. */
    static ChromiumSetting phone() {
        return window(320, 640);
    }

    static ChromiumSetting window(int width, int height) {
        return new ChromiumSetting(width, height, true, false);
    }

    ChromiumSetting withoutScripts() {
        return new ChromiumSetting(width, height, false, isDark);
    }

    ChromiumSetting dark() {
        return new ChromiumSetting(width, height, runsScripts, true);
    }
}
