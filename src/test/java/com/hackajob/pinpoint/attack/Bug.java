package com.hackajob.pinpoint.attack;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * A bug to be seeded into one method.
 *
 * @param type name of the class, below our root package
 * @param advice what is woven into the method
 */
record Bug(String type, ElementMatcher<? super MethodDescription> method, Class<?> advice) {

    static Bug in(String type, String method, Class<?> advice) {
        return new Bug("com.hackajob.pinpoint." + type, named(method), advice);
    }

    static Bug in(String type, String method, int arguments, Class<?> advice) {
        return new Bug("com.hackajob.pinpoint." + type, named(method).and(takesArguments(arguments)), advice);
    }
}
