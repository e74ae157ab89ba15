/**
 * Stands for hackajob's platform: companies, jobs, accepted candidates and their CV files, as
 * infra/contracts/hackajob-platform.yaml describes them. Start at {@link com.hackajob.pinpoint.local.hackajob.HackajobSimulator}.
 */
@NullMarked
package com.hackajob.pinpoint.local.hackajob;

import org.jspecify.annotations.NullMarked;
