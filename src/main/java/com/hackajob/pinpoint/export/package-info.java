/** Sends a candidate to Pinpoint exactly once. Start at {@link com.hackajob.pinpoint.export.ExportCandidate}. */
@NullMarked
package com.hackajob.pinpoint.export;

import org.jspecify.annotations.NullMarked;
