package com.hackajob.pinpoint.attack;

import java.util.List;

/** What holds attacks off, each with the bug that takes it away. */
enum Defence {
    /** A state is taken out by its first use, a failed one included. */
    STATE_USED_ONCE(Bug.in("connection.InMemoryAuthorizations", "take", Bugs.StateStays.class)),
    /** A state is one that was given out, and no other. */
    STATE_KNOWN(
            Bug.in("connection.InMemoryAuthorizations", "take", Bugs.AnyState.class),
            Bug.in("lambda.Call", "query", Bugs.AbsentStateRead.class)),
    AUTHORIZATIONS_EXPIRE(Bug.in("connection.InMemoryAuthorizations", "take", Bugs.StateNeverExpires.class)),
    /** A callback counts only in the browser that started, by its cookie. */
    BROWSER_BOUND(
            Bug.in("SecretToken", "hasHash", Bugs.Yes.class),
            Bug.in("connection.CompleteAuthorization$Callback", "browser", Bugs.AnyBrowser.class)),
    /** An authorization is started by the button on our page, where it is written for whom. */
    STARTED_ON_OUR_PAGE(Bug.in("lambda.ConnectHandler", "isFromOurPage", Bugs.Yes.class)),
    /** The server that answers is the one that was asked (RFC 9207). */
    ISSUER_CHECKED(Bug.in("connection.CompleteAuthorization", "issuedBy", Bugs.Yes.class)),
    /** A code goes to the token endpoint that was fixed at the start. */
    TOKEN_ADDRESS_KEPT(
            Bug.in("lambda.ConnectHandler", "completeAuthorization", Bugs.CallbackRemembered.class),
            Bug.in("connection.Authorization", "tokenAddress", Bugs.AddressOfTheCallback.class)),
    /** No code, nothing to redeem. */
    CODE_NEEDED(Bug.in("connection.CompleteAuthorization$Callback", "code", Bugs.EmptyCode.class)),
    /** An error is one although a code comes with it. */
    ERROR_COUNTS(Bug.in("connection.CompleteAuthorization$Callback", "error", Bugs.Nothing.class)),
    /** A code is bound to a challenge, and a verifier is sent with it (RFC 7636). */
    PKCE_USED(
            Bug.in("connection.PkceVerifier", "challenge", Bugs.EmptyText.class),
            Bug.in("connection.PkceVerifier", "value", Bugs.EmptyText.class)),
    /** The challenge gives nothing of the verifier away. */
    PKCE_IS_S256(
            Bug.in("connection.PkceVerifier", "challenge", Bugs.PlainChallenge.class),
            Bug.in("pinpoint.HttpOAuthServer", "authorizationRequest", Bugs.PlainMethod.class)),
    /** Each browser has a verifier of its own. */
    PKCE_OF_THE_BROWSER(Bug.in("connection.PkceVerifier", "of", Bugs.OneVerifierForAll.class)),
    /** A step's success uses its link up. */
    LINK_USED_ONCE(Bug.in("connection.InMemoryConnectSessions", "consume", Bugs.LinkStays.class)),
    LINK_REVOKED(Bug.in("connection.InMemoryConnectSessions", "revoke", Bugs.LinkNotRevoked.class)),
    LINKS_EXPIRE(Bug.in("connection.InMemoryConnectSessions", "find", Bugs.LinkNeverExpires.class)),
    LINK_OF_ITS_COMPANY(Bug.in("connection.InMemoryConnectSessions", "revoke", Bugs.AnybodyRevokes.class)),
    LINK_OF_ONE_STEP(Bug.in("connection.ConnectSession", "isFor", Bugs.Yes.class)),
    /** A link is over when the company connects or disconnects. */
    LINK_OF_ITS_TIME(Bug.in("connection.ConnectSession", "isOlderThan", Bugs.No.class)),
    /** Twenty tries a link. */
    ATTEMPTS_COUNTED(Bug.in("connection.InMemoryConnectSessions", "attempt", Bugs.AttemptsNotCounted.class)),
    /** Whoever has one token can't work out another. */
    TOKENS_RANDOM(Bug.in("SecretToken", "random", Bugs.TokensCounted.class)),
    /** What is kept of a token can't be used in its place. */
    ONLY_HASHES_KEPT(Bug.in("SecretToken", "hash", Bugs.HashTakenForToken.class)),
    /** Looking at the page uses nothing up. */
    LOOKING_IS_HARMLESS(Bug.in("lambda.ConnectSteps", "show", 1, Bugs.LookingUsesUp.class)),
    /** Another account than before has to be confirmed, and starts afresh. */
    ACCOUNT_KEPT(Bug.in("connection.CompleteConnection", "isAnotherAccount", Bugs.No.class)),
    /** Whose company it is says the token and nothing else. */
    COMPANY_OF_THE_TOKEN(Bug.in("lambda.Call", "company", Bugs.CompanyOfTheRequest.class)),
    MASTERS_ONLY(Bug.in("lambda.Call", "isMaster", Bugs.Yes.class)),
    /** A result is for the user who asked for the link. */
    RESULT_OF_ITS_USER(Bug.in("connection.InMemoryConnectResults", "take", Bugs.AnybodyTakesResult.class)),
    RESULT_USED_ONCE(Bug.in("connection.InMemoryConnectResults", "take", Bugs.ResultStays.class)),
    RESULTS_EXPIRE(Bug.in("connection.InMemoryConnectResults", "take", Bugs.ResultNeverExpires.class)),
    /** A browser is sent back to registered addresses alone, and never from a shared link. */
    RETURN_REGISTERED(Bug.in("connection.StartSession", "isReturnRegistered", Bugs.Yes.class)),
    /** What a subdomain may be leaves no way to another host. */
    SUBDOMAINS_PLAIN(Bug.in("connection.Subdomain", "isPlain", Bugs.Yes.class)),
    /** A key or secret can't break out of a header. */
    SECRETS_PRINTABLE(Bug.in("lambda.ConnectHandler", "printable", Bugs.AnySecret.class)),
    /** A form is small, well-formed, and has each field once. */
    FORMS_STRICT(Bug.in("lambda.Form", "parse", Bugs.AnyForm.class)),
    NO_REFERRER(Bug.in("lambda.ApiResponse", "headers", Bugs.NoReferrerPolicy.class)),
    NOTHING_CACHED(Bug.in("lambda.ApiResponse", "headers", Bugs.NoCacheControl.class)),
    /** A page is in no frame, loads nothing of others and sends its forms where they belong. */
    PAGES_CLOSED(Bug.in("lambda.ContentPolicy", "allowing", Bugs.OpenPolicy.class)),
    COOKIE_CLOSED(Bug.in("lambda.ConnectCookie", "set", Bugs.OpenCookie.class)),
    /** After a form a browser goes on with a GET. */
    FORMS_NOT_SENT_ON(Bug.in("lambda.ApiResponse", "statusCode", Bugs.FormSentOn.class)),
    WEBHOOKS_SIGNED(
            Bug.in("connection.ReceiveWebhook", "isSigned", Bugs.Yes.class),
            Bug.in("connection.ReceiveWebhook", "receive", Bugs.AnySignature.class)),
    /** A webhook's secret that was replaced counts for a day. */
    OLD_SECRETS_EXPIRE(Bug.in("connection.WebhookSecrets", "accepted", Bugs.OldSecretAccepted.class)),
    /** A webhook's address is a connection's whole id, the random part included. */
    CONNECTIONS_NAMED(Bug.in("connection.ConnectionId", "equals", Bugs.SameCompanyWillDo.class)),
    ENDED_IS_ENDED(Bug.in("connection.Connection", "isUsable", Bugs.Yes.class));

    private final List<Bug> bugs;

    Defence(Bug... bugs) {
        this.bugs = List.of(bugs);
    }

    /** What takes it away. */
    List<Bug> bugs() {
        return bugs;
    }
}
