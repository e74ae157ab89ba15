package com.hackajob.pinpoint.local.pinpoint;

/** How a request said who it is: by API key (documented), by bearer token (invented), or not at all. */
public enum CredentialKind {
    NONE,
    API_KEY,
    BEARER
}
