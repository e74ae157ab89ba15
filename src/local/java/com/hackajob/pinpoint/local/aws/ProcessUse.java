package com.hackajob.pinpoint.local.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has used so far.
 *
 * @param cpu zero where it is gone
 * @param residentKilobytes memory held now, or 0 where the system has no /proc
 */
public record ProcessUse(Duration cpu, long residentKilobytes) {

    static ProcessUse of(ProcessHandle process) {
        return new ProcessUse(CpuClock.read(process.pid()).orElse(Duration.ZERO), resident(process.pid()));
    }

    private static long resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}
