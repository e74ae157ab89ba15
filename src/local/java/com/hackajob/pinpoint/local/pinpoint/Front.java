package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.pinpoint.Tenants.Hosted;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Takes every request: finds its tenant, plays the waiting fault, answers and records. */
final class Front implements HttpHandler {

    /** Stands for the status of an answer that was never sent. */
    private static final int NONE = 0;

    private final Tenants tenants;
    private final Journal journal;

    Front(Tenants tenants, Journal journal) {
        this.tenants = tenants;
        this.journal = journal;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Address address = Address.of(exchange);
        Call call = new Call(
                exchange.getRequestMethod(),
                address.path(),
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
        if (address.isFile()) {
            send(exchange, address, call, tenants.fileLinks().read(call.path()));
            return;
        }
        Optional<Hosted> hosted = tenants.find(address.subdomain());
        if (hosted.isEmpty()) {
            send(exchange, address, call, Reply.html(404, "There is no company here"));
            return;
        }
        serve(exchange, address, call, hosted.get().site());
    }

    private void serve(HttpExchange exchange, Address address, Call call, Site site) throws IOException {
        Optional<Fault> fault = site.faults().take(call.method(), call.path());
        if (fault.isEmpty()) {
            send(exchange, address, call, answer(site, call));
            return;
        }
        switch (fault.get()) {
            case Fault.TooManyRequests(var retryAfter) ->
                send(exchange, address, call, Breakdown.tooManyRequests(retryAfter));
            case Fault.ServerError() -> send(exchange, address, call, Breakdown.serverError());
            case Fault.BadGateway() -> send(exchange, address, call, Breakdown.badGateway());
            case Fault.Slow(var delay) -> {
                pause(delay);
                send(exchange, address, call, answer(site, call));
            }
            case Fault.ConnectionReset() -> hangUp(exchange, address, call);
            case Fault.ResponseLost() -> {
                answer(site, call);
                hangUp(exchange, address, call);
            }
        }
    }

    private Reply answer(Site site, Call call) {
        try {
            return site.answer(call);
        } catch (Refusal refusal) {
            if (refusal.isViolation()) {
                journal.violation(call.method() + " " + call.path() + ": " + refusal.getMessage());
            }
            return refusal.reply();
        } catch (UnknownPage _) {
            journal.violation(call.method() + " " + call.path() + ": no such page");
            return Reply.html(404, "The page you were looking for doesn't exist");
        } catch (RuntimeException bug) {
            journal.violation(call.method() + " " + call.path() + ": the simulator failed: " + bug);
            return Breakdown.serverError();
        }
    }

    private void send(HttpExchange exchange, Address address, Call call, Reply reply) throws IOException {
        journal.record(address.recorded(call, reply.status()));
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        try (exchange) {
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    /** Closing an exchange that has not been answered closes its connection. */
    private void hangUp(HttpExchange exchange, Address address, Call call) {
        journal.record(address.recorded(call, NONE));
        exchange.close();
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
