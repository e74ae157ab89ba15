/**
 * The local cloud: the whole product on loopback, from template.yaml and openapi.yaml, without Docker and without an AWS account.
 * Start at {@link com.hackajob.pinpoint.local.LocalCloud}.
 */
@NullMarked
package com.hackajob.pinpoint.local;

import org.jspecify.annotations.NullMarked;
