package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.hackajob.pinpoint.lambda.ConnectPages.Page;
import com.hackajob.pinpoint.lambda.ConnectView.Account;
import com.hackajob.pinpoint.lambda.ConnectView.Asker;
import com.hackajob.pinpoint.lambda.ConnectView.End;
import com.hackajob.pinpoint.lambda.ConnectView.Mishap;
import com.hackajob.pinpoint.lambda.ConnectView.Source;
import com.hackajob.pinpoint.lambda.ConnectView.Tick;
import com.hackajob.pinpoint.lambda.ConnectView.Tick.State;
import com.hackajob.pinpoint.lambda.ConnectView.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator's browser gets, read with an HTML parser. */
class ConnectPagesTest {

    private static final Asker GRACE = new Asker("Northwind", "Grace Hopper", false);
    private static final Source SOURCE = new Source("job_board", "hackajob");
    private static final String PATH = "/connect/session-1";
    private static final String ADDRESS = "https://hooks.hackajob.example/webhooks/pinpoint/abc";
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:30Z");
    private static final String HOSTILE = "\u202e<script>alert(1)</script><!-- \"'& {asker.user} {#if x} ${x} </style>";

    private final ConnectPages pages = new ConnectPages();

    @Test
    void asks_a_first_visitor_for_the_account_and_a_key() {
        Document page = render(account(Optional.empty()));

        assertThat(page.title()).isEqualTo("Connect Pinpoint - hackajob and Pinpoint");
        assertThat(page.select("main").attr("data-step")).isEqualTo("account");
        assertThat(page.select("main").attr("data-code")).isEmpty();
        assertThat(page.select(".steps > li > h2").eachText())
                .containsExactly(
                        "Check that you are an Administrator", "Create an API key for hackajob", "Paste it here");
        assertThat(page.select(".boxes li").eachText()).containsExactly("Job Read", "Application Read Write");
        assertThat(page.select("form")).hasSize(1);
        assertThat(form(page, "post").attr("action")).isEqualTo(PATH);
        assertThat(names(form(page, "post"))).containsExactly("subdomain", "apiKey");
        assertThat(form(page, "post").select("[type=submit]").text()).isEqualTo("Check and connect");
        assertThat(page.select("[role=alert], .ticks, [aria-invalid]")).isEmpty();
        assertThat(page.select(".leave a").attr("href")).isEqualTo("https://hackajob.com/back");
    }

    @Test
    void says_for_whom_this_connects() {
        Document page = render(account(Optional.empty()));

        assertThat(page.select("[aria-label='Who asked for this']").text())
                .isEqualTo("Grace Hopper asked you to connect Northwind's Pinpoint account to hackajob."
                        + " If you do not know them, close this page.");
    }

    @Test
    void warns_more_strongly_where_the_link_can_be_passed_on() {
        Document page = render(webhook(new Asker("Northwind", "Grace Hopper", true), Optional.empty()));

        assertThat(page.select(".caution h2").text()).isEqualTo("Do you know who sent you this link?");
        assertThat(page.select(".caution").text())
                .contains("Grace Hopper asked you to connect Northwind's Pinpoint account to hackajob")
                .contains("ask Grace Hopper in person or by phone")
                .contains("delete hackajob's access in Pinpoint now");
    }

    @Test
    void offers_signing_in_first_where_pinpoint_grants_it() {
        Document page = render(new Account(
                GRACE,
                PATH,
                Optional.of(PATH + "/oauth"),
                "acme",
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                List.of(),
                SOURCE,
                Optional.empty()));

        assertThat(page.select("form").eachAttr("method")).containsExactly("get", "post");
        assertThat(form(page, "get").attr("action")).isEqualTo(PATH + "/oauth");
        assertThat(names(form(page, "get"))).containsExactly("subdomain");
        assertThat(page.select("details.alternative > summary").text()).isEqualTo("Use an API key instead");
        assertThat(page.select("details.alternative[open]")).isEmpty();
        assertThat(page.select("details.alternative form").attr("action")).isEqualTo(PATH);
        assertThat(page.select(".leave")).isEmpty();
    }

    @Test
    void leads_from_what_went_wrong_to_the_field_that_is_meant() {
        Document page = render(account(Optional.of(mishap("apiKey"))));

        assertThat(page.title()).startsWith("Problem: ");
        assertThat(page.select("main").attr("data-code")).isEqualTo("permission_missing");
        Element problem = page.select("main > [role=alert]").first();
        assertThat(problem).isNotNull();
        assertThat(problem.hasAttr("autofocus")).isTrue();
        assertThat(problem.text())
                .isEqualTo("The API key lacks a permission. Tick it. Go to the API key"
                        + " Read how to fix it (opens in a new tab)");
        assertThat(problem.select("a").eachAttr("href")).containsExactly("#apiKey", "https://help.example/key");
        Element key = page.getElementById("apiKey");
        assertThat(key.attr("aria-invalid")).isEqualTo("true");
        assertThat(key.attr("aria-describedby")).isEqualTo("apiKey-hint apiKey-error");
        assertThat(page.getElementById("apiKey-error").text()).isEqualTo("Problem: The API key lacks a permission.");
        assertThat(page.getElementById("subdomain").attr("value")).isEqualTo("acme");
        assertThat(page.getElementById("subdomain").hasAttr("aria-invalid")).isFalse();
    }

    @Test
    void names_no_field_that_the_step_does_not_have() {
        Document page = render(account(Optional.of(mishap("webhookSecret"))));

        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactly("https://help.example/key");
        assertThat(page.select("[aria-invalid]")).isEmpty();
    }

    @Test
    void tells_of_each_permission_in_words_and_not_by_colour_alone() {
        Document page = render(account(Optional.of(mishap("apiKey"))));

        assertThat(page.select(".ticks li").eachText())
                .containsExactly(
                        "Job: Read Works",
                        "Application: Read Missing Tick Application: Read.",
                        "Application: Write Not known yet Writing cannot be tried without writing: this is known"
                                + " after the first candidate.");
        assertThat(page.select(".ticks use").eachAttr("href"))
                .containsExactly("#icon-ok", "#icon-missing", "#icon-unknown");
    }

    @Test
    void asks_to_confirm_that_another_account_is_left() {
        Document page = render(leaving(false));

        Element confirm = page.getElementById("confirm");
        assertThat(confirm.attr("name")).isEqualTo("confirm");
        assertThat(confirm.attr("value")).isEqualTo("true");
        assertThat(confirm.hasAttr("checked")).isFalse();
        assertThat(page.select("label[for=confirm]").text())
                .isEqualTo("Connect a different Pinpoint account instead of acme");
        assertThat(page.getElementById("confirm-hint").text()).contains("will not fit the new one");
        assertThat(page.select("main").text()).contains("Connected now: acme.pinpointhq.com");
    }

    @Test
    void shows_under_what_source_candidates_will_appear() {
        assertThat(render(account(Optional.empty())).select(".source dd").eachText())
                .containsExactly("Job board", "hackajob");
    }

    @Test
    void shows_what_the_webhook_in_pinpoint_needs() {
        Document page = render(webhook(GRACE, Optional.empty()));

        assertThat(page.select("main").attr("data-step")).isEqualTo("webhook");
        assertThat(page.select("h1").text()).isEqualTo("Northwind's Pinpoint account acme is connected");
        assertThat(page.getElementById("address").attr("value")).isEqualTo(ADDRESS);
        assertThat(page.getElementById("address").hasAttr("readonly")).isTrue();
        assertThat(page.select(".events li").eachText()).containsExactly("Application moved", "Application hired");
        assertThat(page.select("form").eachAttr("action")).containsExactly(PATH, PATH);
        assertThat(page.select("[name=action]").eachAttr("value")).containsExactly("secret", "finish");
        assertThat(page.getElementById("webhookSecret").attr("type")).isEqualTo("password");
        assertThat(page.select("form [type=submit]").eachText())
                .containsExactly("Save the signing secret", "Finish and return to hackajob");
    }

    @Test
    void waits_for_the_first_delivery() {
        Document page = render(webhook(GRACE, Optional.empty()));

        assertThat(page.getElementById("webhook-status").attr("role")).isEqualTo("status");
        assertThat(page.getElementById("webhook-status").attr("data-state")).isEqualTo("waiting");
        assertThat(page.select("#again a").attr("href")).isEqualTo(PATH);
    }

    @Test
    void turns_green_once_a_delivery_was_seen() {
        Document page = render(webhook(GRACE, Optional.of(NOON)));

        assertThat(page.getElementById("webhook-status").attr("data-state")).isEqualTo("seen");
        assertThat(page.getElementById("webhook-status").text())
                .isEqualTo("The webhook works: Pinpoint was last heard from on 24 November 2026.");
        assertThat(page.select("time").attr("datetime")).isEqualTo("2026-11-24T12:00:30Z");
        assertThat(page.getElementById("again")).isNull();
    }

    @Test
    void replaces_a_signing_secret_that_is_kept_and_returns_nowhere_unasked() {
        Document page = render(new Webhook(
                GRACE,
                PATH,
                "acme",
                ticks(),
                SOURCE,
                ADDRESS,
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                false));

        assertThat(page.select("form [type=submit]").eachText())
                .containsExactly("Replace the signing secret", "Finish");
        assertThat(page.select(".kept").text()).startsWith("A signing secret is saved.");
    }

    @Test
    void asks_to_confirm_in_the_form_for_signing_in_where_that_was_tried() {
        Document page = render(leaving(true));

        assertThat(names(form(page, "get"))).containsExactly("subdomain", "confirm");
        assertThat(names(form(page, "post"))).containsExactly("subdomain", "apiKey");
        assertThat(page.getElementById("account-confirm").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("[role=alert] a[href^=#]").attr("href")).isEqualTo("#account-confirm");
        assertThat(page.select("details.alternative[open]")).isEmpty();
    }

    @Test
    void opens_the_form_with_the_key_where_that_was_tried_although_signing_in_comes_first() {
        Document page = render(leaving(false));

        assertThat(page.select("details.alternative[open]")).hasSize(1);
        assertThat(names(form(page, "get"))).containsExactly("subdomain");
        assertThat(names(form(page, "post"))).containsExactly("subdomain", "apiKey", "confirm");
        assertThat(page.select("[aria-invalid]").eachAttr("id")).containsExactly("confirm");
    }

    @Test
    void ends_with_a_title_and_a_way_to_try_again() {
        Document page = render(new End(
                "Not approved",
                "Nothing was changed.",
                "Try again.",
                Optional.of("oauth_refused"),
                Optional.of("https://help.example/refused"),
                Optional.of(PATH),
                Optional.of("https://hackajob.com/back")));

        assertThat(page.title()).isEqualTo("Not approved - hackajob and Pinpoint");
        assertThat(page.select("main").attr("data-step")).isEqualTo("end");
        assertThat(page.select("main").attr("data-code")).isEqualTo("oauth_refused");
        assertThat(page.select("main p").eachText())
                .containsExactly(
                        "Nothing was changed.",
                        "Try again.",
                        "Try again",
                        "Go back to hackajob without connecting Read more about this (opens in a new tab)");
        assertThat(page.select("main a").eachAttr("href"))
                .containsExactly(PATH, "https://hackajob.com/back", "https://help.example/refused");
        assertThat(page.select("form, nav, footer, [role=alert]")).isEmpty();
    }

    static Stream<ConnectView> views() {
        return Stream.of(
                account(Optional.empty()),
                account(Optional.of(mishap("apiKey"))),
                leaving(false),
                leaving(true),
                webhook(GRACE, Optional.empty()),
                webhook(GRACE, Optional.of(NOON)),
                end("Done", Optional.empty()),
                hostileAccount(),
                hostileWebhook(),
                hostileEnd());
    }

    @ParameterizedTest
    @MethodSource("views")
    void is_sound_html(ConnectView view) {
        var parser = Parser.htmlParser().setTrackErrors(10);
        Jsoup.parse(html(view), parser);

        assertThat(parser.getErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    void runs_nothing_but_its_own_style_and_script(ConnectView view) {
        Page page = pages.render(view, Set.of());
        Document document = Jsoup.parse(page.html());

        assertThat(document.select("style")).hasSize(1);
        assertThat(document.select("script")).hasSize(1);
        assertThat(page.contentSecurityPolicy())
                .isEqualTo("default-src 'none'; style-src 'sha256-" + sha256(data(document, "style"))
                        + "'; script-src 'sha256-" + sha256(data(document, "script"))
                        + "'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'");
    }

    @ParameterizedTest
    @MethodSource("views")
    void has_no_attribute_that_the_policy_would_block_and_loads_nothing(ConnectView view) {
        List<Attribute> attributes = attributes(render(view));

        assertThat(attributes)
                .extracting(Attribute::getKey)
                .noneMatch(name -> name.equals("style") || name.startsWith("on") || name.equals("src"));
        assertThat(render(view).select("link").eachAttr("href")).containsExactly("data:,");
        assertThat(data(render(view), "style")).doesNotContain("url(").doesNotContain("@import");
    }

    @ParameterizedTest
    @MethodSource("views")
    void can_be_used_by_everyone(ConnectView view) {
        Document page = render(view);

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("body > header, body > main")).hasSize(2);
        assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
        assertThat(ids(page)).doesNotHaveDuplicates();
        assertThat(page.select("input:not([type=hidden])"))
                .allSatisfy(input ->
                        assertThat(page.select("label[for=" + input.id() + "]")).hasSize(1));
        assertThat(references(page)).allSatisfy(id -> assertThat(ids(page)).contains(id));
        assertThat(page.select("svg:not(.sprite)")).allMatch(icon -> "true".equals(icon.attr("aria-hidden")));
        assertThat(page.select("meta[name=referrer]").attr("content")).isEqualTo("no-referrer");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @ParameterizedTest
    @MethodSource("views")
    void never_fills_in_a_secret(ConnectView view) {
        assertThat(render(view).select("input[type=password]"))
                .allMatch(input ->
                        !input.hasAttr("value") && input.attr("autocomplete").equals("off"));
    }

    @Test
    void shows_hostile_text_of_an_account_as_it_is() {
        Document page = render(hostileAccount());

        assertThat(page.select("[aria-label='Who asked for this'] bdi").eachText())
                .containsExactly(HOSTILE, HOSTILE);
        assertThat(page.getElementById("subdomain").attr("value")).isEqualTo(HOSTILE);
        assertThat(page.select("main").attr("data-code")).isEqualTo(HOSTILE);
        assertThat(page.select("[role=alert] h2, [role=alert] p:not(.links)").eachText())
                .containsExactly(HOSTILE, HOSTILE);
        assertThat(page.select(".ticks strong, .ticks .hint, .source dd:last-child")
                        .eachText())
                .containsOnly(HOSTILE);
        assertThat(page.select("label[for=confirm] bdi").text()).isEqualTo(HOSTILE);
        assertThat(shape(page)).isEqualTo(shape(render(tame(hostileAccount()))));
    }

    @Test
    void shows_hostile_text_of_a_webhook_as_it_is() {
        Document page = render(hostileWebhook());

        assertThat(page.select("h1 bdi").eachText()).containsExactly(HOSTILE, HOSTILE);
        assertThat(page.getElementById("address").attr("value")).isEqualTo(HOSTILE);
        assertThat(page.select(".events bdi").eachText()).containsExactly(HOSTILE);
    }

    @Test
    void shows_hostile_text_at_the_end_as_it_is() {
        Document page = render(hostileEnd());

        assertThat(page.title()).isEqualTo(HOSTILE + " - hackajob and Pinpoint");
        assertThat(page.select("main h1, main p").eachText()).containsExactly(HOSTILE, HOSTILE, HOSTILE);
    }

    @Test
    void shows_text_of_any_length() {
        String long_ = "x".repeat(100_000);

        assertThat(render(end(long_, Optional.empty())).select("h1").text()).isEqualTo(long_);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example", "/\\evil.example", "connect"})
    void follows_no_address_that_is_not_one(String address) {
        var leaving = new Account(
                GRACE,
                PATH,
                Optional.empty(),
                "",
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                List.of(),
                SOURCE,
                Optional.of(address));

        assertThatIllegalArgumentException().isThrownBy(() -> html(leaving));
        assertThatIllegalArgumentException().isThrownBy(() -> html(end("", Optional.of(address))));
    }

    @Test
    void lets_forms_lead_to_the_named_origins_only() {
        Page page =
                pages.render(account(Optional.empty()), Set.of("https://*.pinpointhq.com", "http://127.0.0.1:8601"));

        assertThat(page.contentSecurityPolicy())
                .contains("; form-action 'self' http://127.0.0.1:8601 https://*.pinpointhq.com; ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "https:",
                "https://*",
                "hackajob.com",
                "https://hackajob.com/",
                "https://hackajob.com/path",
                "https://a.*.com",
                "https://user@hackajob.com",
                "https://hackajob.com; script-src *",
                "https://hackajob.com 'unsafe-inline'",
                "https://hackajob.com\n",
                "javascript://hackajob.com",
                "'self'"
            })
    void refuses_what_is_no_origin(String target) {
        assertThatIllegalArgumentException().isThrownBy(() -> pages.render(account(Optional.empty()), Set.of(target)));
    }

    @Test
    void is_the_same_every_time() {
        assertThat(html(account(Optional.empty())))
                .isEqualTo(new ConnectPages()
                        .render(account(Optional.empty()), Set.of())
                        .html());
    }

    private String html(ConnectView view) {
        return pages.render(view, Set.of()).html();
    }

    private Document render(ConnectView view) {
        return Jsoup.parse(html(view));
    }

    private static Account account(Optional<Mishap> mishap) {
        return new Account(
                GRACE,
                PATH,
                Optional.empty(),
                "acme",
                Optional.empty(),
                false,
                false,
                mishap,
                mishap.isPresent() ? ticks() : List.of(),
                SOURCE,
                Optional.of("https://hackajob.com/back"));
    }

    private static Account leaving(boolean signsIn) {
        return new Account(
                GRACE,
                PATH,
                Optional.of(PATH + "/oauth"),
                "globex",
                Optional.of("acme"),
                true,
                signsIn,
                Optional.of(mishap("confirm")),
                List.of(),
                SOURCE,
                Optional.empty());
    }

    private static Webhook webhook(Asker asker, Optional<Instant> seen) {
        return new Webhook(
                asker,
                PATH,
                "acme",
                ticks(),
                SOURCE,
                ADDRESS,
                List.of("Application moved", "Application hired"),
                false,
                seen,
                Optional.empty(),
                true);
    }

    private static List<Tick> ticks() {
        return List.of(
                new Tick("Job: Read", State.OK, Optional.empty()),
                new Tick("Application: Read", State.MISSING, Optional.of("Tick Application: Read.")),
                new Tick("Application: Write", State.UNKNOWN, Optional.empty()));
    }

    private static Mishap mishap(String field) {
        return new Mishap(
                "permission_missing",
                "The API key lacks a permission.",
                "Tick it.",
                Optional.of(field),
                Optional.of("https://help.example/key"));
    }

    private static Account hostileAccount() {
        return new Account(
                new Asker(HOSTILE, HOSTILE, false),
                PATH,
                Optional.empty(),
                HOSTILE,
                Optional.of(HOSTILE),
                true,
                false,
                Optional.of(hostileMishap()),
                List.of(new Tick(HOSTILE, State.MISSING, Optional.of(HOSTILE))),
                new Source(HOSTILE, HOSTILE),
                Optional.empty());
    }

    private static Webhook hostileWebhook() {
        return new Webhook(
                new Asker(HOSTILE, HOSTILE, true),
                PATH,
                HOSTILE,
                List.of(new Tick(HOSTILE, State.OK, Optional.of(HOSTILE))),
                new Source(HOSTILE, HOSTILE),
                HOSTILE,
                List.of(HOSTILE),
                true,
                Optional.of(NOON),
                Optional.of(hostileMishap()),
                true);
    }

    private static End end(String title, Optional<String> again) {
        return new End(title, "Well.", "Go.", Optional.empty(), Optional.empty(), again, Optional.empty());
    }

    private static End hostileEnd() {
        return new End(
                HOSTILE, HOSTILE, HOSTILE, Optional.of(HOSTILE), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Mishap hostileMishap() {
        return new Mishap(HOSTILE, HOSTILE, HOSTILE, Optional.of(HOSTILE), Optional.empty());
    }

    /** The same account with harmless text. */
    private static Account tame(Account view) {
        return new Account(
                new Asker("a", "a", false),
                view.action(),
                view.oauth(),
                "a",
                Optional.of("a"),
                view.asksToConfirm(),
                view.signsIn(),
                Optional.of(new Mishap("a", "a", "a", Optional.empty(), Optional.empty())),
                List.of(new Tick("a", State.MISSING, Optional.of("a"))),
                new Source("a", "a"),
                view.cancel());
    }

    private static List<String> shape(Document page) {
        return page.getAllElements().stream().map(Element::cssSelector).toList();
    }

    private static Element form(Document page, String method) {
        return page.select("form[method=" + method + "]").first();
    }

    private static List<String> names(Element form) {
        return form.select("[name]").eachAttr("name");
    }

    private static List<String> ids(Document page) {
        return page.select("[id]").eachAttr("id");
    }

    /** Every id that something on the page points to. */
    private static List<String> references(Document page) {
        Stream<String> links =
                page.select("[href^=#]").eachAttr("href").stream().map(link -> link.substring(1));
        Stream<String> relations = attributes(page).stream()
                .filter(attribute -> Set.of("aria-describedby", "aria-labelledby", "aria-controls", "for")
                        .contains(attribute.getKey()))
                .flatMap(attribute -> Stream.of(attribute.getValue().split(" ")));
        return Stream.concat(links, relations).toList();
    }

    private static List<Attribute> attributes(Document page) {
        return page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .toList();
    }

    private static String data(Document page, String element) {
        return page.select(element).first().data();
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
