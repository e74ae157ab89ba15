package com.hackajob.pinpoint.local.aws;

/**
 * One call of an AWS service.
 *
 * @param function the function that called, by its name
 * @param service {@code dynamodb}, {@code sqs} or {@code secretsmanager}
 * @param operation as the service names it: {@code GetItem}
 */
public record RemoteCall(String function, String service, String operation) {}
