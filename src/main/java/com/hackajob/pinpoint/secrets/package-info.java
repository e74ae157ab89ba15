/** Secrets Manager. */
@NullMarked
package com.hackajob.pinpoint.secrets;

import org.jspecify.annotations.NullMarked;
