package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.ChromiumSetting.desktop;
import static com.hackajob.pinpoint.lambda.ChromiumSetting.phone;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser of the other tests sees what there is to see. */
@NeedsChromium
class ChromiumIT {

    private static final String CLEAN = "<p>All is well.</p>";
    private static final String SCRIPTED = """
            <p id=told>nothing ran</p>
            <script>document.getElementById("told").textContent = "a script ran"</script>
            <noscript>no scripts here</noscript>""";
    private static final String FORM = """
            <form action="/done">
            <label for=name>Account</label><input id=name name=name>
            <label for=key>Key</label><input id=key name=key>
            <button>Go on</button></form>""";

    private static Chromium chromium;

    private final List<String> cookies = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile String content = CLEAN;

    @BeforeAll
    static void start() {
        chromium = Chromium.start(desktop());
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] page = ("<!doctype html><html lang=en><head><title>Connect</title>"
                        + "<style>@media (prefers-color-scheme: dark) { body { background: black; color: white } }</style>"
                        + "</head><body><main><h1>Connect</h1>" + content + "</main>")
                .getBytes(StandardCharsets.UTF_8);
        cookies.add(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().add("Set-Cookie", "__Host-test=1; Path=/; Secure; HttpOnly; SameSite=Lax");
        exchange.getResponseHeaders()
                .add("Content-Security-Policy", "default-src 'unsafe-inline'; img-src *; form-action 'self'");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sees_what_scripts_write() {
        content = SCRIPTED;
        assertThat(chromium.open(home()).text("main")).contains("a script ran").doesNotContain("no scripts here");
    }

    @Test
    void without_scripts_it_sees_the_page_alone_and_can_do_all_the_rest() throws IOException {
        content = SCRIPTED + FORM;
        try (Chromium other = Chromium.start(desktop().withoutScripts())) {
            assertThat(other.open(home()).text("main")).contains("nothing ran", "no scripts here");
            assertThat(other.violations()).isEmpty();
            assertThat(other.screenshot("chromium-without-scripts")).isNotEmptyFile();
            assertThat(other.pressTab().focused()).isEqualTo("Account");
            other.type("acme").pressTab().type("key-1").leave(other::pressEnter);
            assertThat(other.address()).isEqualTo(home().resolve("/done?name=acme&key=key-1"));
        }
    }

    @Test
    void takes_a_picture_of_the_whole_page_as_wide_as_the_setting_says() throws IOException {
        content = "<div style='height: 3000px'>long</div>";
        try (Chromium other = Chromium.start(phone())) {
            var picture =
                    ImageIO.read(other.open(home()).screenshot("chromium-phone").toFile());
            assertThat(picture.getWidth()).isEqualTo(320);
            assertThat(picture.getHeight()).isGreaterThan(3000);
        }
    }

    @Test
    void shows_the_dark_look_where_that_is_set() {
        try (Chromium other = Chromium.start(desktop().dark())) {
            assertThat(other.open(home()).find("body").getCssValue("background-color"))
                    .isEqualTo("rgba(0, 0, 0, 1)");
        }
    }

    @Test
    void finds_what_people_with_disabilities_would_stumble_over() {
        assertThat(chromium.open(home()).violations()).isEmpty();
        content = "<img src='/logo'><p style='color: #ccc; background: white'>pale</p>";
        assertThat(chromium.open(home()).violations())
                .hasSize(2)
                .anyMatch(found -> found.startsWith("critical image-alt: "))
                .anyMatch(found -> found.startsWith("serious color-contrast: "));
    }

    @Test
    void lists_every_request_and_whose_policy_it_breaks() throws IOException {
        String pixel = "http://127.0.0.1:" + closedPort() + "/pixel";
        String script = "http://127.0.0.1:" + closedPort() + "/script";
        content = "<img alt='' src='" + pixel + "'><script src='" + script + "'></script>";
        chromium.open(home());
        assertThat(chromium.requests()).containsSubsequence(home().toString(), pixel, script);
        assertThat(chromium.complaints())
                .anyMatch(complaint -> complaint.contains(script) && complaint.contains("Content Security Policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void keeps_a_host_cookie_of_a_local_server_without_tls(String host) {
        chromium.open(home(host));
        assertThat(chromium.cookie("__Host-test"))
                .hasValueSatisfying(cookie -> assertThat(cookie.isHttpOnly()).isTrue());
        cookies.clear();
        chromium.open(home(host));
        assertThat(cookies).containsOnly("__Host-test=1");
    }

    private URI home() {
        return home("127.0.0.1");
    }

    private URI home(String host) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
