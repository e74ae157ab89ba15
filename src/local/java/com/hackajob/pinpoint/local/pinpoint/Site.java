package com.hackajob.pinpoint.local.pinpoint;

import java.net.URI;
import java.util.function.Supplier;

/** What one tenant's host serves: the API, the public feed of postings and, if it is switched on, OAuth (invented). */
final class Site {

    private final Account account;
    private final Supplier<URI> base;
    private final Api api;

    Site(Account account, Supplier<URI> base) {
        this.account = account;
        this.base = base;
        this.api = new Api(account);
    }

    Faults faults() {
        return account.faults();
    }

    Reply answer(Call call) {
        if (call.path().startsWith("/api/")) {
            return api.answer(call);
        }
        if (call.method().equals("GET") && call.path().equals("/postings.json")) {
            return new Postings(account).feed();
        }
        return account.oauth().get().map(oauth -> answer(oauth, call)).orElseThrow(UnknownPage::new);
    }

    private Reply answer(OAuth oauth, Call call) {
        String issuer = base.get() + "/" + account.subdomain();
        AuthorizeEndpoint authorize = new AuthorizeEndpoint(oauth, account.subdomain(), issuer);
        return switch (call.method() + " " + call.path()) {
            case "GET /oauth/authorize" -> authorize.start(call);
            case "POST /oauth/authorize" -> authorize.answered(call);
            case "POST /oauth/token" -> new TokenEndpoint(oauth, account.subdomain()).answer(call);
            default -> throw new UnknownPage();
        };
    }
}
