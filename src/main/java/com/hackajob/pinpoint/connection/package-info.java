/**
 * A company's link to its Pinpoint account. Start at {@link com.hackajob.pinpoint.connection.CompleteConnection}, where
 * both ways of connecting meet.
 */
@NullMarked
package com.hackajob.pinpoint.connection;

import org.jspecify.annotations.NullMarked;
