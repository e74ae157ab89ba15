/**
 * Attacks on connecting and on webhooks, from RFC 9700 (OAuth security), RFC 9207 (mix-up) and RFC 7636 (PKCE), made over
 * HTTP against the functions as they are wired in production. {@link com.hackajob.pinpoint.attack.AttackTest} makes them
 * all; {@link com.hackajob.pinpoint.attack.AttackWithSeededBugTest} takes each defence away and sees exactly its attacks
 * succeed.
 */
@NullMarked
package com.hackajob.pinpoint.attack;

import org.jspecify.annotations.NullMarked;
