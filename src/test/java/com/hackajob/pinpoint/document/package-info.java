/** Documents, tried with what candidates and strangers send. */
@NullMarked
package com.hackajob.pinpoint.document;

import org.jspecify.annotations.NullMarked;
