/**
 * {@code ./mvnw -Pbench}: measures the function and its peers as whole processes on the local cloud, and writes what
 * came of it to {@code docs/benchmark}. Start at {@link com.hackajob.pinpoint.local.bench.Benchmark}.
 */
@NullMarked
package com.hackajob.pinpoint.local.bench;

import org.jspecify.annotations.NullMarked;
