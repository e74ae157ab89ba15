package com.hackajob.pinpoint.local.aws;

import java.time.Duration;

/**
 * What one invocation took.
 *
 * @param cold whether its process was started for it; then duration and CPU time count from the start of the process
 */
public record Measurement(boolean cold, Duration duration, Duration cpu, long residentKilobytes) {}
