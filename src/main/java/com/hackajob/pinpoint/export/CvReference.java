package com.hackajob.pinpoint.export;

import java.net.URI;

/** Where hackajob keeps the candidate's CV: a signed address that expires, so it is fetched at once and never stored. */
public record CvReference(URI url, String fileName, long size) {
    @Override
    public String toString() {
        return "CvReference[hidden]";
    }
}
