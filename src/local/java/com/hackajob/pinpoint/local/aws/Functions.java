package com.hackajob.pinpoint.local.aws;

/** Whoever invokes functions by name. */
@FunctionalInterface
public interface Functions {

    InvocationResult invoke(String function, byte[] event);
}
