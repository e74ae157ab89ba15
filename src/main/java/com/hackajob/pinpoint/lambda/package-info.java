/** The functions: each translates a request, makes one call, and switches over what came of it. {@code Wiring} joins the parts. */
@NullMarked
package com.hackajob.pinpoint.lambda;

import org.jspecify.annotations.NullMarked;
