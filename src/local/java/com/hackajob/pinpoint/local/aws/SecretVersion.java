package com.hackajob.pinpoint.local.aws;

import java.time.Instant;

/** One version of a secret; never changed, only labelled. */
record SecretVersion(String id, SecretValue value, Instant created) {}
