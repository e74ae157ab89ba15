package com.hackajob.pinpoint.attack;

import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.Authorization;
import com.hackajob.pinpoint.connection.Caller;
import com.hackajob.pinpoint.connection.ConnectResult;
import com.hackajob.pinpoint.connection.ConnectSession;
import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.InMemoryConnectSessions;
import com.hackajob.pinpoint.connection.OAuthServer.AuthorizationCode;
import com.hackajob.pinpoint.connection.PkceVerifier;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/**
 * Bugs as advice: the body of {@code enter} is woven in before the method's own, that of {@code exit} after it. Woven-in
 * code can hold no lambda; what needs more than a line is in {@link Careless}.
 */
final class Bugs {

    private Bugs() {}

    static final class Yes {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = true;
        }
    }

    static final class No {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = false;
        }
    }

    static final class Nothing {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Optional<?> answer) {
            answer = Optional.empty();
        }
    }

    static final class EmptyText {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String text) {
            text = "";
        }
    }

    static final class StateStays {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("authorizations") Map<String, Authorization> all,
                @Advice.Return Optional<Authorization> taken) {
            Careless.putBack(all, taken);
        }
    }

    static final class AnyState {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("authorizations") Map<String, Authorization> all,
                @Advice.Return(readOnly = false) Optional<Authorization> taken) {
            taken = taken.isPresent() ? taken : Careless.any(all);
        }
    }

    static final class AbsentStateRead {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) String name, @Advice.Return(readOnly = false) Optional<String> value) {
            value = name.equals("state") && value.isEmpty() ? Optional.of("none") : value;
        }
    }

    static final class StateNeverExpires {
        @Advice.OnMethodEnter
        static Authorization enter(
                @Advice.FieldValue("authorizations") Map<String, Authorization> all, @Advice.Argument(0) String hash) {
            return all.get(hash);
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Enter Authorization found, @Advice.Return(readOnly = false) Optional<Authorization> taken) {
            taken = Optional.ofNullable(found);
        }
    }

    static final class AnyBrowser {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Optional<SecretToken> browser) {
            browser = Optional.of(browser.orElse(new SecretToken("any")));
        }
    }

    static final class CallbackRemembered {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, typing = Typing.DYNAMIC) Object call) {
            Careless.remember(call);
        }
    }

    static final class AddressOfTheCallback {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) URI address) {
            address = Careless.addressOfTheCallback().orElse(address);
        }
    }

    static final class EmptyCode {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Optional<AuthorizationCode> code) {
            code = Optional.of(code.orElse(new AuthorizationCode("")));
        }
    }

    static final class PlainChallenge {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("value") String verifier, @Advice.Return(readOnly = false) String challenge) {
            challenge = verifier;
        }
    }

    static final class PlainMethod {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) URI request) {
            request = URI.create(request.toString().replace("S256", "plain"));
        }
    }

    static final class OneVerifierForAll {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) PkceVerifier verifier) {
            verifier = new PkceVerifier("one-for-all");
        }
    }

    static final class LinkStays {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("sessions") Map<String, ConnectSession> all,
                @Advice.Argument(0) ConnectSession used) {
            all.put(used.tokenHash(), used);
        }
    }

    static final class LinkNotRevoked {
        @Advice.OnMethodEnter
        static ConnectSession enter(
                @Advice.FieldValue("sessions") Map<String, ConnectSession> all, @Advice.Argument(1) String hash) {
            return all.get(hash);
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("sessions") Map<String, ConnectSession> all,
                @Advice.Enter ConnectSession found,
                @Advice.Return boolean isRevoked) {
            if (isRevoked) {
                all.put(found.tokenHash(), found);
            }
        }
    }

    static final class AnybodyRevokes {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("sessions") Map<String, ConnectSession> all,
                @Advice.Argument(1) String hash,
                @Advice.Return(readOnly = false) boolean isRevoked) {
            isRevoked = isRevoked || all.remove(hash) != null;
        }
    }

    static final class LinkNeverExpires {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("sessions") Map<String, ConnectSession> all,
                @Advice.Argument(0) String hash,
                @Advice.Return(readOnly = false) Optional<ConnectSession> found) {
            found = Optional.ofNullable(all.get(hash));
        }
    }

    static final class AttemptsNotCounted {
        @Advice.OnMethodExit
        static void exit(
                @Advice.This InMemoryConnectSessions sessions,
                @Advice.Argument(0) String hash,
                @Advice.Argument(1) Instant now,
                @Advice.Return(readOnly = false) Optional<ConnectSession> found) {
            found = sessions.find(hash, now);
        }
    }

    static final class TokensCounted {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) SecretToken token) {
            token = Careless.next();
        }
    }

    static final class HashTakenForToken {
        @Advice.OnMethodExit
        static void exit(@Advice.FieldValue("value") String value, @Advice.Return(readOnly = false) String hash) {
            hash = value.matches("[0-9a-f]{64}") ? value : hash;
        }
    }

    static final class LookingUsesUp {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("sessions") ConnectSessions sessions,
                @Advice.FieldValue("clock") InstantSource clock,
                @Advice.Argument(0) SecretToken link) {
            sessions.find(link.hash(), clock.instant()).map(Careless.consumedBy(sessions));
        }
    }

    static final class CompanyOfTheRequest {
        @Advice.OnMethodExit
        static void exit(
                @Advice.This(typing = Typing.DYNAMIC) Object call,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object company) {
            company = Careless.companyNamedIn(call).orElse(company);
        }
    }

    static final class AnybodyTakesResult {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("results") Map<String, ConnectResult> all,
                @Advice.Argument(0) String hash,
                @Advice.Argument(2) Instant now,
                @Advice.Return(readOnly = false) boolean isTaken) {
            isTaken = isTaken
                    || all.containsKey(hash) && all.get(hash).expiresAt().isAfter(now) && all.remove(hash) != null;
        }
    }

    static final class ResultStays {
        @Advice.OnMethodEnter
        static ConnectResult enter(
                @Advice.FieldValue("results") Map<String, ConnectResult> all, @Advice.Argument(0) String hash) {
            return all.get(hash);
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("results") Map<String, ConnectResult> all,
                @Advice.Enter ConnectResult found,
                @Advice.Return boolean isTaken) {
            if (isTaken) {
                all.put(found.codeHash(), found);
            }
        }
    }

    static final class ResultNeverExpires {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("results") Map<String, ConnectResult> all,
                @Advice.Argument(0) String hash,
                @Advice.Argument(1) Caller caller,
                @Advice.Return(readOnly = false) boolean isTaken) {
            isTaken = isTaken
                    || all.containsKey(hash)
                            && all.get(hash).company().equals(caller.company())
                            && all.get(hash).startedBy().equals(caller.user())
                            && all.remove(hash) != null;
        }
    }

    static final class AnySecret {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) String field,
                @Advice.Argument(value = 1, typing = Typing.DYNAMIC) Object form,
                @Advice.Return(readOnly = false) String secret) {
            secret = Careless.field(form, field);
        }
    }

    static final class AnyForm {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) String body,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object form) {
            form = Careless.form(body);
        }
    }

    static final class NoReferrerPolicy {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Map<String, String> headers) {
            headers = Careless.without("Referrer-Policy", headers);
        }
    }

    static final class NoCacheControl {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Map<String, String> headers) {
            headers = Careless.without("Cache-Control", headers);
        }
    }

    static final class OpenPolicy {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String policy) {
            policy = "default-src *";
        }
    }

    static final class OpenCookie {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String cookie) {
            cookie = cookie.split("; Path", 2)[0] + "; Domain=hackajob.example";
        }
    }

    static final class FormSentOn {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) int status) {
            status = status == 303 ? 307 : status;
        }
    }

    static final class AnySignature {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 2, readOnly = false) Optional<String> signature) {
            signature = Optional.of(signature.orElse(""));
        }
    }

    static final class OldSecretAccepted {
        @Advice.OnMethodExit
        static void exit(
                @Advice.FieldValue("current") Optional<String> current,
                @Advice.FieldValue("previous") Optional<String> previous,
                @Advice.Return(readOnly = false) List<String> accepted) {
            accepted = Careless.both(current, previous);
        }
    }

    static final class SameCompanyWillDo {
        @Advice.OnMethodExit
        static void exit(
                @Advice.This Object self,
                @Advice.Argument(0) Object other,
                @Advice.Return(readOnly = false) boolean isEqual) {
            isEqual = isEqual || Careless.isOfOneCompany(self, other);
        }
    }
}
