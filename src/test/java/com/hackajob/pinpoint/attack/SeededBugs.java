package com.hackajob.pinpoint.attack;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;

/** Bugs in the running program: classes are redefined with them, and back again in the end. */
final class SeededBugs implements AutoCloseable {

    private static final Instrumentation MACHINE = ByteBuddyAgent.install();

    private final List<Class<?>> changed = new ArrayList<>();

    private SeededBugs() {}

    static SeededBugs seed(List<Bug> bugs) {
        var seeded = new SeededBugs();
        bugs.stream().collect(Collectors.groupingBy(Bug::type)).forEach(seeded::change);
        return seeded;
    }

    private void change(String name, List<Bug> bugs) {
        Class<?> type = named(name);
        DynamicType.Builder<?> next = new ByteBuddy().redefine(type);
        for (Bug bug : bugs) {
            next = next.visit(Advice.to(bug.advice()).on(bug.method()));
        }
        changed.add(type);
        redefine(type, next.make().getBytes());
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException moved) {
            throw new IllegalStateException("a bug is for a class that is gone", moved);
        }
    }

    @Override
    public void close() {
        changed.forEach(type -> redefine(type, ClassFileLocator.ForClassLoader.read(type)));
    }

    private static void redefine(Class<?> type, byte[] code) {
        try {
            MACHINE.redefineClasses(new ClassDefinition(type, code));
        } catch (ClassNotFoundException | UnmodifiableClassException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
