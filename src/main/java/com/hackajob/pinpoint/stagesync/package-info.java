/** Following a candidate's stage on both sides, from the moment Pinpoint has the application. */
@NullMarked
package com.hackajob.pinpoint.stagesync;

import org.jspecify.annotations.NullMarked;
