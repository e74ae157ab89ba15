/**
 * A small AWS in one JVM: DynamoDB Local and ElasticMQ in-process, a fake of Secrets Manager, and the parts of API Gateway,
 * Lambda and EventBridge that the product stands on. What exists is read from {@link com.hackajob.pinpoint.local.aws.Template}.
 */
@NullMarked
package com.hackajob.pinpoint.local.aws;

import org.jspecify.annotations.NullMarked;
