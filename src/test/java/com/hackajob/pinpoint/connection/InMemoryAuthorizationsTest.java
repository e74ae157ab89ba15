package com.hackajob.pinpoint.connection;

class InMemoryAuthorizationsTest extends AuthorizationsContract {

    @Override
    protected Authorizations authorizations() {
        return new InMemoryAuthorizations();
    }
}
