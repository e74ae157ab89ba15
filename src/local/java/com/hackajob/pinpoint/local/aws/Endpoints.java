package com.hackajob.pinpoint.local.aws;

import java.net.URI;

/** Where functions reach SQS, and where callers reach the API: what the addresses in a template come out as. */
public record Endpoints(URI sqs, URI api) {}
