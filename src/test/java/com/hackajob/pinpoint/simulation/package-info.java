/**
 * The export, run as it is against models of all that is around it, in virtual time, with faults at every place where it
 * touches them. {@code Simulation} is one run, {@code Checker} judges its {@code History}; see {@code docs/simulation.md}.
 */
@NullMarked
package com.hackajob.pinpoint.simulation;

import org.jspecify.annotations.NullMarked;
