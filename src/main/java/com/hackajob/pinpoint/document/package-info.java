/** Files on their way to Pinpoint: fetched under guard, told by their content, and the profile document. */
@NullMarked
package com.hackajob.pinpoint.document;

import org.jspecify.annotations.NullMarked;
