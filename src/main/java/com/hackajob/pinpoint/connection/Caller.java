package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;

/** A hackajob user, as their token says. */
public record Caller(CompanyId company, UserId user, boolean isMaster) {}
