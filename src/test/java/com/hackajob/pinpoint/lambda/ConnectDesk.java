package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.local.IamWatch;
import com.hackajob.pinpoint.local.LocalCloud;
import com.hackajob.pinpoint.local.LocalCloudOptions;

/** Where links to the connect page are asked for: a cloud as Pinpoint has it today, with API keys and no signing in. */
final class ConnectDesk {

    static final LocalCloud KEYS_ONLY = LocalCloud.start(
            LocalCloudOptions.forTests().watchedBy(ContractWatch::see).tellingRulingsTo(IamWatch::see));

    private ConnectDesk() {}

    static Scene aCompany() {
        return Scene.aCompanyIn(KEYS_ONLY);
    }

    /** A wish for a link that leads back to hackajob in the end. */
    static String returning(LocalCloud cloud) {
        return "{\"reconnect\": true, \"returnUrl\": \"" + returnUrl(cloud) + "\"}";
    }

    static String returnUrl(LocalCloud cloud) {
        return cloud.endpoints().get("hackajob") + "/settings/integrations/pinpoint";
    }
}
