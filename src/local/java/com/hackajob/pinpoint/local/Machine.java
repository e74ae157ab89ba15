package com.hackajob.pinpoint.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Where something was measured. */
record Machine(int processors, long memoryBytes, String system, String jdk) {

    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                property("java.vm.name") + " " + property("java.runtime.version"));
    }

    private static String property(String name) {
        return System.getProperty(name);
    }
}
