/**
 * Pinpoint as its public documentation describes it, in this JVM: start at {@link
 * com.hackajob.pinpoint.local.pinpoint.PinpointSimulator}, then {@link com.hackajob.pinpoint.local.pinpoint.Tenant}.
 *
 * <p>It offers what the real API offers and nothing more, and shares no type with the client. Types say of themselves
 * whether what they do is <em>documented</em> by Pinpoint, <em>inferred</em> from it, or <em>invented</em> here because
 * nothing is known; whatever is unknown and matters is a switch in {@link
 * com.hackajob.pinpoint.local.pinpoint.Policies}. A request that the documentation does not know is answered as an error
 * and also kept in {@link com.hackajob.pinpoint.local.pinpoint.PinpointSimulator#violations()}.
 *
 * <pre>{@code
 * Tenant acme = simulator.createTenant("acme");
 * String key = acme.createKey("hackajob", Permission.all());
 * SimulatedJob job = acme.createJob("Cook", details -> details.requirePhone().department("Kitchen"));
 * acme.policies().on(Policy.REFUSE_DUPLICATES);
 * acme.faults().next(1, "POST", "/api/v1/applications", new Fault.ResponseLost());
 * acme.moveApplication("1", job.stage("Offer").id());
 * }</pre>
 */
@NullMarked
package com.hackajob.pinpoint.local.pinpoint;

import org.jspecify.annotations.NullMarked;
