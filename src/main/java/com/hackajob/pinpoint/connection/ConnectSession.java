package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;
import java.time.Instant;

/**
 * Leave to connect a company's Pinpoint account once, given by one of its users.
 *
 * @param tokenHash hash of the link's secret part
 */
public record ConnectSession(String tokenHash, CompanyId company, UserId startedBy, Instant expiresAt) {}
