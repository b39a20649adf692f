package io.tagcompliance.core.spi;

import io.tagcompliance.core.resource.AccountId;

/**
 * An account that may be read.
 *
 * @param name for people; empty where nobody tells it
 */
public record CloudAccount(AccountId id, String name) {}
