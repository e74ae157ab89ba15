package com.hackajob.pinpoint.local.bench;

/**
 * A process in steady state.
 *
 * @param call from handing the event over to the answer, in ms: the medians of blocks of calls
 * @param cpu CPU time of a call, in ms: the means of blocks of calls
 * @param resident memory after them, in MiB
 */
record Warm(Distribution call, Distribution cpu, double resident) {}
