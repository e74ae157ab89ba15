package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.document.Download.NoAnswer;
import com.hackajob.pinpoint.document.Download.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** What comes of a request for a file: of what the server sends, no more is read than is wanted. */
record Transfer(URI address, long limit, OutputStream to) {

    private static final int BLOCK = 16 * 1024;

    Result receive(ClassicHttpResponse answer) throws IOException {
        int status = answer.getCode();
        if (status >= 500 || status == 408 || status == 425 || status == 429) {
            throw new NoAnswer();
        }
        Optional<String> location = header(answer, "Location");
        if (status >= 300 && status < 400 && location.isPresent()) {
            return redirect(location.get());
        }
        return status == 200 && !isEncoded(answer) ? content(answer.getEntity()) : new Result.Refused();
    }

    private Result redirect(String location) {
        try {
            return new Result.Redirect(address.resolve(location));
        } catch (IllegalArgumentException malformed) {
            return new Result.Astray();
        }
    }

    /** We asked for none: what is packed counts as what it is, and nobody unpacks it. */
    private static boolean isEncoded(ClassicHttpResponse answer) {
        return header(answer, "Content-Encoding")
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .isPresent();
    }

    private static Optional<String> header(ClassicHttpResponse answer, String name) {
        return Optional.ofNullable(answer.getFirstHeader(name)).map(Header::getValue);
    }

    /** What ends with the connection may have been cut off anywhere. */
    private Result content(@Nullable HttpEntity entity) throws IOException {
        if (entity == null || (entity.getContentLength() < 0 && !entity.isChunked())) {
            throw new NoAnswer();
        }
        return entity.getContentLength() > limit ? new Result.TooLarge() : written(entity.getContent());
    }

    // Counted while it streams: neither a false Content-Length nor none at all makes us take more than the limit.
    private Result written(InputStream content) throws IOException {
        byte[] block = new byte[BLOCK];
        long received = 0;
        for (int read = content.read(block); read >= 0; read = content.read(block)) {
            received += read;
            if (received > limit) {
                return new Result.TooLarge();
            }
            to.write(block, 0, read);
        }
        return new Result.Complete();
    }
}
