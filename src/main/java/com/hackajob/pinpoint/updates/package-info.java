/** Telling hackajob's backend what it should know. Whoever changes something writes an {@link com.hackajob.pinpoint.updates.Update} together with it. */
@NullMarked
package com.hackajob.pinpoint.updates;

import org.jspecify.annotations.NullMarked;
