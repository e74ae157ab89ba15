package com.hackajob.pinpoint.local.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** Addresses of the local cloud's servers. */
final class Addresses {

    private Addresses() {}

    static URI http(InetAddress bound, int port) {
        var host = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
        return URI.create("http://" + host.getHostAddress() + ":" + port);
    }

    /** The port itself, or a free one for 0. */
    static int portOrFree(InetAddress bind, int port) {
        if (port != 0) {
            return port;
        }
        try (var socket = new ServerSocket(0, 1, bind)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("no free port on " + bind, none);
        }
    }
}
