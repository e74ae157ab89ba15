package com.hackajob.pinpoint.document;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Knows which addresses a host name stands for at the moment. */
interface Resolver {

    /**
     * At least one.
     *
     * @throws UnknownHostException when nobody knows the name, or nobody answered
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
