/** hackajob's own platform: its API, and the queues to and from its backend. */
@NullMarked
package com.hackajob.pinpoint.hackajob;

import org.jspecify.annotations.NullMarked;
