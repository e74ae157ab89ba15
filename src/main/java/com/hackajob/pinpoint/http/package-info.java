/** How the edges speak HTTP to systems outside of AWS. */
@NullMarked
package com.hackajob.pinpoint.http;

import org.jspecify.annotations.NullMarked;
