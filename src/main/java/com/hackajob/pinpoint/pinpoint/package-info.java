/** The Pinpoint API over HTTP: requests, paging, and what its answers mean for us, in one place. */
@NullMarked
package com.hackajob.pinpoint.pinpoint;

import org.jspecify.annotations.NullMarked;
