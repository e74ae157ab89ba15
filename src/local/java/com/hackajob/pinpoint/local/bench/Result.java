package com.hackajob.pinpoint.local.bench;

/**
 * All that was measured of one contender.
 *
 * @param start from the start of its process to its first answer, in ms; {@code startCpu} is the CPU time of that
 * @param init until it asks for its first event; {@code firstCall} is what comes after it
 * @param earlyCall one of the ten calls after the first, in ms
 * @param residentFirst memory after the first answer, in MiB
 * @param warm the same in steady state
 * @param calls what its first call asks of other services
 */
record Result(
        Contender.Kind kind,
        Distribution start,
        Distribution startCpu,
        Distribution init,
        Distribution firstCall,
        Distribution earlyCall,
        Distribution residentFirst,
        Warm warm,
        Size size,
        long calls) {

    /** @param binaryBytes of a native build; 0 where there is none */
    record Size(long zipBytes, long binaryBytes) {

        /** In MB, which are millions of bytes. */
        double zipMegabytes() {
            return zipBytes / 1e6;
        }
    }

    static Result of(Contender contender, ColdStarts cold, Warm warm, Size size, long calls) {
        return new Result(
                contender.kind(),
                cold.start(),
                cold.cpu(),
                cold.init(),
                cold.firstCall(),
                cold.earlyCalls(),
                cold.resident(),
                warm,
                size,
                calls);
    }

    /** How much longer the first call takes than one in steady state. */
    double firstToWarm() {
        return firstCall.median() / warm.call().median();
    }
}
