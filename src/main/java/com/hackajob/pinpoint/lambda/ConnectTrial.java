package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.connection.Permission;
import java.util.List;
import java.util.Optional;

/**
 * What was tried on the connect page and did not work.
 *
 * @param typed the account that was named
 * @param permissions what the credential can do, where that was found out
 */
record ConnectTrial(How how, Problem problem, Optional<String> typed, List<Permission> permissions) {

    /** Which way somebody tried to go. */
    enum How {
        /** By posting a form of ours. */
        FORM,
        /** By signing in to Pinpoint. */
        SIGN_IN,
        /** By signing in to Pinpoint, where they said no. */
        DECLINED
    }

    boolean isSignIn() {
        return how != How.FORM;
    }
}
