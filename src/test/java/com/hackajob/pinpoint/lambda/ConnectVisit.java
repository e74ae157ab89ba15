package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.local.LocalCloud;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.WebElement;

/** Somebody on the connect page, as their browser shows it; watched for what must never happen there. */
final class ConnectVisit {

    private static final int MOST_TABS = 40;

    private final Chromium browser;
    private final LocalCloud cloud;
    private final List<String> secrets = new ArrayList<>();

    private ConnectVisit(Chromium browser, LocalCloud cloud) {
        this.browser = browser;
        this.cloud = cloud;
    }

    static ConnectVisit start(Chromium browser, LocalCloud cloud) {
        browser.complaints();
        return new ConnectVisit(browser, cloud);
    }

    /** @param link the secret part of it */
    ConnectVisit open(String link) {
        browser.open(URI.create(cloud.gateway() + "/connect/" + link));
        return this;
    }

    ConnectVisit fill(String label, String text) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Fills in a field by its id, where two have the same name. */
    ConnectVisit fillIn(String id, String text) {
        browser.find("#" + id).sendKeys(text);
        return this;
    }

    /** Fills in what nobody must find again anywhere. */
    ConnectVisit fillSecret(String label, String secret) {
        secrets.add(secret);
        return fill(label, secret);
    }

    ConnectVisit tick(String label) {
        field(label).click();
        return this;
    }

    String value(String label) {
        return String.valueOf(field(label).getDomProperty("value"));
    }

    private WebElement field(String label) {
        return shown("input", label);
    }

    /** Presses a button or follows a link, and waits for the page that comes. */
    ConnectVisit press(String name) {
        return leave(() -> shown("button, a", name).click());
    }

    /** What is on the same page: nothing comes. */
    ConnectVisit unfold(String summary) {
        shown("summary", summary).click();
        return this;
    }

    private WebElement shown(String selector, String name) {
        return browser.all(selector).stream()
                .filter(WebElement::isDisplayed)
                .filter(element -> element.getAccessibleName().startsWith(name)
                        || element.getText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " on the page: " + text()));
    }

    /** Goes to a control with the Tab key alone. */
    ConnectVisit tabTo(String name) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (browser.pressTab().focused().startsWith(name)) {
                return this;
            }
        }
        throw new AssertionError("Tab never comes to " + name);
    }

    ConnectVisit type(String text) {
        browser.type(text);
        return this;
    }

    ConnectVisit typeSecret(String secret) {
        secrets.add(secret);
        return type(secret);
    }

    /** Presses Enter on what has the focus, and waits for the page that comes. */
    ConnectVisit enter() {
        return leave(browser::pressEnter);
    }

    /** Presses Enter on what leads to a place on the same page. */
    ConnectVisit enterInPage() {
        browser.pressEnter();
        return this;
    }

    ConnectVisit back() {
        return leave(browser::back);
    }

    private ConnectVisit leave(Runnable action) {
        browser.leave(action);
        return this;
    }

    String step() {
        return browser.find("main").getDomAttribute("data-step");
    }

    /** What went wrong, by its code; empty when nothing did. */
    String code() {
        return browser.find("main").getDomAttribute("data-code");
    }

    String title() {
        return browser.title();
    }

    String focused() {
        return browser.focused();
    }

    /** Whether the box with what went wrong has the focus, for whoever can't see it. */
    boolean isOnTheProblem() {
        return browser.all("#problem:focus").size() == 1;
    }

    String text() {
        return browser.text("body");
    }

    String text(String selector) {
        return browser.text(selector);
    }

    List<String> texts(String selector) {
        return browser.all(selector).stream()
                .map(element -> element.getText().replace('\n', ' '))
                .toList();
    }

    /** A field that is marked as wrong, by its name. */
    Optional<String> wrongField() {
        return browser.all("[aria-invalid=true]").stream()
                .map(WebElement::getAccessibleName)
                .findFirst();
    }

    URI webhookAddress() {
        return URI.create(value("Address of the webhook"));
    }

    URI address() {
        return browser.address();
    }

    Optional<String> cookie(String name) {
        return browser.cookie(name).map(cookie -> cookie.getValue());
    }

    /** A page that has to be as every page has to be; its picture is taken. */
    ConnectVisit looks(String picture) {
        browser.screenshot(picture);
        assertThat(browser.violations()).as(picture).isEmpty();
        assertThat(browser.isTooWide()).as(picture + " scrolls sideways").isFalse();
        assertThat(secrets).as(picture).noneMatch(browser.source()::contains);
        keepsQuiet();
        return this;
    }

    /** Nothing is told that was confided, nobody else is asked for anything, and no rule of the page is broken. */
    ConnectVisit keepsQuiet() {
        ContractWatch.requireKept();
        assertThat(secrets).noneMatch((browser.kept() + browser.history() + browser.requests())::contains);
        assertThat(browser.complaints()).filteredOn(ConnectVisit::isOurs).isEmpty();
        assertThat(browser.requests()).allMatch(address -> cloud.endpoints().values().stream()
                .anyMatch(ours -> address.startsWith(ours.toString())));
        return this;
    }

    // The browser reports every answer that is an error by its status, and ours are.
    private static boolean isOurs(String complaint) {
        return !complaint.contains("the server responded with a status of");
    }
}
