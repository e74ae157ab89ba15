package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.connection.Authorizations;
import com.hackajob.pinpoint.connection.AuthorizationsContract;

class DynamoAuthorizationsTest extends AuthorizationsContract {

    @Override
    protected Authorizations authorizations() {
        return new DynamoAuthorizations(LocalTable.empty());
    }
}
