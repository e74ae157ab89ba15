/** The single table. Every key is on one page: {@link com.hackajob.pinpoint.dynamodb.Keys}. */
@NullMarked
package com.hackajob.pinpoint.dynamodb;

import org.jspecify.annotations.NullMarked;
