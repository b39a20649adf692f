package io.tagcompliance.billing;

import io.tagcompliance.policy.Cloud;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who stands behind a row, as far as it says. FOCUS up to 1.2 has a provider and a publisher. From 1.3 on it has who makes a
 * service, on whose machines it runs and who sends the invoice, and from 1.4 on these alone. See the FOCUS specification,
 * "Entity Identification Examples".
 */
record Parties(String provider, String publisher, Makers makers) {
    /** As they are named from 1.3 on. */
    record Makers(String serviceProvider, String host, String issuer) {
        /** The maker's own cloud; else that which sells what others make, by its invoice; else that on which it runs. */
        private Optional<Cloud> knownCloud() {
            return Stream.of(serviceProvider, issuer, host)
                    .flatMap(name -> Providers.known(name).stream())
                    .findFirst();
        }

        /** Whether a cloud sends the invoice for what somebody else makes. */
        private boolean areOfMarketplace() {
            return !serviceProvider.isBlank()
                    && Providers.known(issuer)
                            .filter(cloud -> !Providers.areOne(issuer, serviceProvider))
                            .isPresent();
        }
    }

    /** The cloud that the row is of; one that isn't known is named by its own words, {@link Providers#NOBODY} where there are none. */
    Cloud cloud() {
        return provider.isBlank()
                ? makers.knownCloud()
                        .or(() -> Providers.known(publisher))
                        .orElseGet(() -> Providers.cloud(makers.serviceProvider()))
                : Providers.cloud(provider);
    }

    /** Whether nobody is named at all. */
    boolean areUnnamed() {
        return Stream.of(provider, publisher, makers.serviceProvider(), makers.host(), makers.issuer())
                .allMatch(String::isBlank);
    }

    /** Whether somebody else's product was sold. */
    boolean areOfMarketplace() {
        boolean published = !publisher.isBlank() && !provider.isBlank() && !Providers.areOne(publisher, provider);
        return published || makers.areOfMarketplace();
    }
}
