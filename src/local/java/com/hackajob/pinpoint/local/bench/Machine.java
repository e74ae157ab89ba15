package com.hackajob.pinpoint.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where something was measured. */
record Machine(int processors, String model, long memoryBytes, String system, String jdk) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processorModel(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                property("java.vm.name") + " " + property("java.runtime.version"));
    }

    /** As x86 processors name themselves; others don't. */
    private static String processorModel() {
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*:\\s*", ""))
                    .findFirst()
                    .orElse("unnamed");
        } catch (IOException _) {
            return "unnamed";
        }
    }

    private static String property(String name) {
        return System.getProperty(name);
    }

    String text() {
        return "%d processors (%s), %s GiB of memory, %s, %s"
                .formatted(processors, model, Distribution.number(memoryBytes / 1024.0 / 1024 / 1024, 1), system, jdk);
    }
}
