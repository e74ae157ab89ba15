package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;

/**
 * Leave to change a company's secret, to one at a time.
 *
 * @param version counts the leases of the company: fences off whoever held it before
 * @param isInherited whether the holder before never gave it back, and so may have died half-way
 */
public record SecretLease(CompanyId company, long version, boolean isInherited) {}
