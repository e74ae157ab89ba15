/** Which hackajob job and stages stand for which of Pinpoint's. Start at {@link com.hackajob.pinpoint.mapping.EditMapping}. */
@NullMarked
package com.hackajob.pinpoint.mapping;

import org.jspecify.annotations.NullMarked;
