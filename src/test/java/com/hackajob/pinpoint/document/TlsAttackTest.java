package com.hackajob.pinpoint.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.document.Way.End;
import com.hackajob.pinpoint.http.OutboundHttp;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS is with the host that was named, though the connection goes to an address that was looked up before. */
class TlsAttackTest {

    private static final Attacked ATTACKED = new Attacked();
    private static final URI FILE = URI.create("https://files.hackajob.test/file");
    private static final String PASSWORD = "not-secret";

    @TempDir
    private static Path keys;

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<String> names = new CopyOnWriteArrayList<>();

    @AfterAll
    static void close() {
        ATTACKED.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns:files.hackajob.test", "dns:*.hackajob.test"})
    void a_certificate_of_the_name_opens_the_file(String alternative) throws Exception {
        Path certificate = certificate("CN=x", alternative);
        ATTACKED.edge.answer((_, connection) -> serve(connection, certificate));

        assertThat(end(certificate)).isEqualTo(End.FETCHED);
        assertThat(ATTACKED.edge.connections()).containsExactly(FakeResolver.PUBLIC + ":443");
        assertThat(names).containsExactly("files.hackajob.test");
        assertThat(heads)
                .containsExactly(
                        "GET /file HTTP/1.1\nConnection: close\nUser-Agent: hackajob\nHost: files.hackajob.test\n");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CN=x, dns:evil.example",
        "CN=x, dns:*.test",
        "CN=x, dns:*.files.hackajob.test",
        "CN=x, dns:hackajob.test",
        "CN=x, dns:files.hackajob.test.evil.example",
        "CN=x, ip:" + FakeResolver.PUBLIC,
        "CN=x, uri:https://files.hackajob.test",
        "CN=files.hackajob.test, dns:evil.example",
    })
    void a_certificate_of_another_name_does_not(String subject, String alternative) throws Exception {
        Path certificate = certificate(subject, alternative);
        ATTACKED.edge.answer((_, connection) -> serve(connection, certificate));

        assertThat(end(certificate)).isEqualTo(End.OUTAGE);
        assertThat(heads).as("no request was read").isEmpty();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_does_not() throws Exception {
        Path certificate = certificate("CN=x", "dns:files.hackajob.test");
        ATTACKED.edge.answer((_, connection) -> serve(connection, certificate));

        assertThat(end(ATTACKED.edge.client())).isEqualTo(End.OUTAGE);
        assertThat(heads).isEmpty();
    }

    @Test
    void a_host_that_speaks_no_tls_gets_no_request() {
        ATTACKED.edge.answer((_, connection) -> {
            Attacked.send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n%PDF");
            heads.add(Attacked.head(connection));
        });

        assertThat(end(ATTACKED.edge.client())).isEqualTo(End.OUTAGE);
        assertThat(heads).noneMatch(head -> head.contains("GET"));
    }

    private static End end(Path trusted) {
        return end(ATTACKED.edge.client(context(trusted)));
    }

    private static End end(OutboundHttp http) {
        return Way.CV.end(ATTACKED.files(new FakeResolver(), http, Duration.ofSeconds(10)), FILE);
    }

    private void serve(Socket connection, Path certificate) throws IOException {
        try (SSLSocket tls = (SSLSocket)
                context(certificate).getSocketFactory().createSocket(connection, null, connection.getPort(), true)) {
            tls.setUseClientMode(false);
            heads.add(Attacked.head(tls));
            ((ExtendedSSLSession) tls.getSession())
                    .getRequestedServerNames().stream().map(TlsAttackTest::text).forEach(names::add);
            Attacked.send(tls, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n%PDF");
        }
    }

    private static String text(SNIServerName name) {
        return new String(name.getEncoded(), StandardCharsets.US_ASCII);
    }

    private static SSLContext context(Path certificate) {
        try (InputStream file = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** Signed by itself; whoever trusts it looks at its name. */
    private static Path certificate(String subject, String alternative) throws Exception {
        Path store = keys.resolve(Integer.toHexString((subject + alternative).hashCode()) + ".p12");
        if (!Files.exists(store)) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
            command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", "key", "-dname", subject));
            command.addAll(List.of("-ext", "SAN=" + alternative, "-validity", "3650"));
            command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
            assertThat(run(command)).isZero();
        }
        return store;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
