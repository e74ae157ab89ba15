/** The words that every part of the integration shares. */
@NullMarked
package com.hackajob.pinpoint;

import org.jspecify.annotations.NullMarked;
