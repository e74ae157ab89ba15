package com.hackajob.pinpoint.local.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** The account that the local cloud plays: what names and ARNs are made of. */
public record AwsAccount(String region, String id, String stackName) {

    /** The account of every local cloud. */
    public static final AwsAccount LOCAL = new AwsAccount("eu-west-1", "000000000000", "local");

    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
    }

    /** Credentials that any of the services takes; the key's id says who calls. */
    static AwsCredentialsProvider credentials(String caller) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(caller, "local"));
    }

    /** A client of one of the local services, speaking as the local cloud itself. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(credentials("localcloud"))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
