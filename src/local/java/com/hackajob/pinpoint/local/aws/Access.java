package com.hackajob.pinpoint.local.aws;

/**
 * One thing that a function does to a resource, as IAM sees it.
 *
 * @param function the function that calls, by its name
 * @param action as in a policy: {@code dynamodb:PutItem}
 * @param resource an ARN
 */
public record Access(String function, String action, String resource) {

    @Override
    public String toString() {
        return function + " " + action + " on " + resource;
    }
}
