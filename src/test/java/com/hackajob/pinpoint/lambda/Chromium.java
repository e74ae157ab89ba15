package com.hackajob.pinpoint.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A browser that nobody used before, as a person has it: what it shows, and the keyboard. It reaches this machine alone. */
final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int MARGIN = 12;

    private final ChromiumProcess process;
    private ChromiumSetting setting;
    private final ChromeDriver driver;
    private final NetworkLog network;

    private Chromium(ChromiumProcess process, ChromiumSetting setting) {
        this.process = process;
        this.setting = setting;
        this.driver = process.driver();
        this.network = new NetworkLog(driver.manage().logs());
    }

    static boolean isInstalled() {
        return ChromiumProcess.isInstalled();
    }

    static Chromium start(ChromiumSetting setting) {
        var chromium = new Chromium(ChromiumProcess.start(), setting);
        chromium.apply();
        return chromium;
    }

    /** The same browser as somebody else has it who was never here: no cookies, and seen in that setting. */
    Chromium anew(ChromiumSetting other) {
        setting = other;
        apply();
        tell("Network.clearBrowserCookies", Map.of());
        return this;
    }

    private void apply() {
        tell(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", setting.width(), "height", setting.height(), "deviceScaleFactor", 1, "mobile", false));
        tell("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        allowScripts(setting.runsScripts());
        var scheme = Map.of("name", "prefers-color-scheme", "value", setting.isDark() ? "dark" : "light");
        // What turns is never twice the same in a picture.
        var motion = Map.of("name", "prefers-reduced-motion", "value", "reduce");
        tell("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme, motion)));
    }

    private void allowScripts(boolean allowed) {
        tell("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    private Map<String, Object> tell(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
    }

    Chromium open(URI address) {
        driver.get(address.toString());
        return this;
    }

    URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    Chromium back() {
        driver.navigate().back();
        return this;
    }

    String title() {
        return driver.getTitle();
    }

    /** The text that the first element of that CSS selector shows, by the browser's word: Selenium's overlooks noscript. */
    String text(String selector) {
        return find(selector).getDomProperty("innerText");
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The page as it is now, with all that scripts made of it. */
    String source() {
        return driver.getPageSource();
    }

    /** Puts another text into a field, read-only or not. */
    Chromium show(String selector, String text) {
        driver.executeScript("arguments[0].value = arguments[1]", find(selector), text);
        return this;
    }

    /** What has the focus, by the name that a screen reader says. */
    String focused() {
        return driver.switchTo().activeElement().getAccessibleName();
    }

    Chromium pressTab() {
        return type(Keys.TAB);
    }

    Chromium pressEnter() {
        return type(Keys.ENTER);
    }

    /** Does what leads to another page, and waits for that page: until then the old one answers. */
    Chromium leave(Runnable action) {
        List<WebElement> before = all("html");
        action.run();
        Scene.await(() -> Optional.of(all("html"))
                .filter(now -> !now.isEmpty() && !now.equals(before))
                .orElse(null));
        return this;
    }

    /** Types into whatever has the focus. */
    Chromium type(CharSequence text) {
        new Actions(driver).sendKeys(text).perform();
        return this;
    }

    /** A cookie that the browser keeps for this page, seen by its scripts or not. */
    Optional<Cookie> cookie(String name) {
        return Optional.ofNullable(driver.manage().getCookieNamed(name));
    }

    /** Every address in this tab's history, one a line. */
    String history() {
        return String.valueOf(tell("Page.getNavigationHistory", Map.of()).get("entries"));
    }

    /** All that the browser keeps for this page: cookies and both storages. */
    String kept() {
        allowScripts(true);
        try {
            return driver.manage().getCookies()
                    + String.valueOf(driver.executeScript(
                            "return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"));
        } finally {
            allowScripts(setting.runsScripts());
        }
    }

    /** Whether the page is wider than the window, so that one has to scroll sideways to read it. */
    boolean isTooWide() {
        var content = (Map<?, ?>) tell("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        return ((Number) content.get("width")).intValue() > setting.width();
    }

    /** What the console says since it was last asked: errors of scripts, breaches of the content security policy. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Every address that pages asked for since the start, in order, answered or not. */
    List<String> requests() {
        return network.requests();
    }

    /** What axe-core finds serious or critical on the page; scripts that the page was not allowed stay silent. */
    List<String> violations() {
        allowScripts(true);
        try {
            return Axe.violations(driver);
        } finally {
            allowScripts(setting.runsScripts());
        }
    }

    /** A picture of the whole page, however long, in {@code target/screenshots}. */
    Path screenshot(String name) {
        return screenshot(SCREENSHOTS, name);
    }

    Path screenshot(Path directory, String name) {
        return picture(wholePage(), directory.resolve(name + ".png"));
    }

    /** A picture of one element, with some of what is around it. */
    Path screenshot(String selector, Path directory, String name) {
        var place = find(selector).getRect();
        var clip = Map.<String, Object>of(
                "x",
                place.getX() - MARGIN,
                "y",
                place.getY() - MARGIN,
                "width",
                place.getWidth() + 2 * MARGIN,
                "height",
                place.getHeight() + 2 * MARGIN,
                "scale",
                1);
        return picture(clip, directory.resolve(name + ".png"));
    }

    private Path picture(Map<String, Object> clip, Path file) {
        var picture = tell("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        byte[] png = Base64.getDecoder().decode(String.valueOf(picture.get("data")));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, png);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private Map<String, Object> wholePage() {
        var size = (Map<?, ?>) tell("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        return Map.of("x", 0, "y", 0, "width", size.get("width"), "height", size.get("height"), "scale", 1);
    }

    @Override
    public void close() {
        process.close();
    }
}
