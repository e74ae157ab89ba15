/** Who changed what of a company's integration, and when. */
@NullMarked
package com.hackajob.pinpoint.audit;

import org.jspecify.annotations.NullMarked;
