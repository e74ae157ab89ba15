package com.hackajob.pinpoint.local.bench;

import java.nio.charset.StandardCharsets;

/** A mapping read as API Gateway tells it to a function (payload format 2.0), with what a browser sends along. */
final class MappingReadEvent {

    private MappingReadEvent() {}

    static byte[] of(String route, String company, String job, String token) {
        String path = route.replaceFirst("GET ", "").replace("{jobId}", job);
        return """
                {
                  "version": "2.0",
                  "routeKey": "%1$s",
                  "rawPath": "%2$s",
                  "rawQueryString": "",
                  "headers": {
                    "accept": "application/json",
                    "accept-encoding": "gzip, deflate, br, zstd",
                    "accept-language": "en-GB,en;q=0.9",
                    "authorization": "Bearer %3$s",
                    "content-length": "0",
                    "host": "api.example.com",
                    "origin": "https://app.hackajob.com",
                    "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                    "x-amzn-trace-id": "Root=1-67891233-abcdef012345678912345678",
                    "x-forwarded-for": "192.0.2.1",
                    "x-forwarded-port": "443",
                    "x-forwarded-proto": "https"
                  },
                  "requestContext": {
                    "accountId": "000000000000",
                    "apiId": "local",
                    "authorizer": {
                      "jwt": {
                        "claims": {
                          "aud": "pinpoint-integration",
                          "company_id": "%4$s",
                          "role": "master",
                          "sub": "user-1"
                        },
                        "scopes": null
                      }
                    },
                    "domainName": "api.example.com",
                    "domainPrefix": "api",
                    "http": {
                      "method": "GET",
                      "path": "%2$s",
                      "protocol": "HTTP/1.1",
                      "sourceIp": "192.0.2.1",
                      "userAgent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
                    },
                    "requestId": "JKJaXmPLvHcESHA=",
                    "routeKey": "%1$s",
                    "stage": "$default",
                    "time": "01/Mar/2026:12:00:00 +0000",
                    "timeEpoch": 1772366400000
                  },
                  "pathParameters": { "jobId": "%5$s" },
                  "isBase64Encoded": false
                }
                """.formatted(route, path, token, company, job).getBytes(StandardCharsets.UTF_8);
    }
}
