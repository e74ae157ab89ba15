package com.hackajob.pinpoint.local.bench;

/**
 * All that was measured of one contender.
 *
 * @param start from the start of its process to its first answer, in ms; {@code startCpu} is the CPU time of that
 * @param init until it asks for its first event; {@code firstCall} is what comes after it
 * @param earlyCall one of the ten calls after the first, in ms
 * @param warmCall a call in steady state, in ms; {@code warmCpu} is its CPU time
 * @param residentFirst memory after the first answer, in MiB; {@code residentWarm} is that in steady state
 * @param calls what its first call asks of other services
 */
record Result(
        Contender.Kind kind,
        Distribution start,
        Distribution startCpu,
        Distribution init,
        Distribution firstCall,
        Distribution earlyCall,
        Distribution warmCall,
        Distribution warmCpu,
        Distribution residentFirst,
        double residentWarm,
        Size size,
        long calls) {

    /** @param binaryBytes of a native build; 0 where there is none */
    record Size(long zipBytes, long binaryBytes) {

        /** In MB, which are millions of bytes. */
        double zipMegabytes() {
            return zipBytes / 1e6;
        }
    }

    static Result of(Contender contender, ColdStarts cold, SteadyState steady, Size size, long calls) {
        return new Result(
                contender.kind(),
                cold.start(),
                cold.cpu(),
                cold.init(),
                cold.firstCall(),
                cold.earlyCalls(),
                steady.time(),
                steady.cpu(),
                cold.resident(),
                steady.resident(),
                size,
                calls);
    }

    /** How much longer the first call takes than one in steady state. */
    double firstToWarm() {
        return firstCall.median() / warmCall.median();
    }
}
