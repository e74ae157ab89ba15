package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.http.OutboundHttp;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;

/**
 * The edge of the network, as a SOCKS 5 server on loopback: whatever leaves the process, to whichever address, arrives
 * here, is noted, and is answered by a host of the test's. What is not noted here was never sent.
 */
final class Edge implements AutoCloseable {

    private final ServerSocket listener;
    private final List<String> connections = new CopyOnWriteArrayList<>();
    private volatile Host host = (_, _) -> {};

    Edge() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Speaks for every address. */
    interface Host {
        void serve(String target, Socket connection) throws IOException;
    }

    void answer(Host by) {
        host = by;
        connections.clear();
    }

    /** Where connections were made to, in order, such as {@code 10.0.0.1:443}. */
    List<String> connections() {
        return List.copyOf(connections);
    }

    /** A client of which all connections come here. */
    OutboundHttp client() {
        return new OutboundHttp(this::lead);
    }

    /** @param trust whom it trusts */
    OutboundHttp client(SSLContext trust) {
        return new OutboundHttp(network -> lead(network)
                .setTlsSocketStrategy(OutboundHttp.tls().setSslContext(trust).buildClassic()));
    }

    private PoolingHttpClientConnectionManagerBuilder lead(PoolingHttpClientConnectionManagerBuilder network) {
        return network.setDefaultSocketConfig(SocketConfig.custom()
                .setSocksProxyAddress(listener.getLocalSocketAddress())
                .build());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String target = target(socket);
            connections.add(target);
            host.serve(target, socket);
        } catch (IOException gone) {
            // the client has had enough
        }
    }

    private static String target(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.readByte();
        in.readNBytes(in.readUnsignedByte());
        socket.getOutputStream().write(new byte[] {5, 0});
        in.readNBytes(3);
        String address = address(in);
        int port = in.readUnsignedShort();
        socket.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        return address + ":" + port;
    }

    private static String address(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
            case 4 -> "[" + InetAddress.getByAddress(in.readNBytes(16)).getHostAddress() + "]";
            default -> "name " + new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
        };
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
    }
}
