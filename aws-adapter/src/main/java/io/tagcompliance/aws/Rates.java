package io.tagcompliance.aws;

import java.util.Map;

/**
 * How many calls AWS allows, by service, for one account and Region.
 *
 * @param services what is known of single services
 * @param others   what holds for the rest, below what any of them has
 * @param share    how much of it is used, 0 to 1: who stays a little under a limit is throttled less than who runs into it
 */
record Rates(Map<String, Rate> services, Rate others, double share) {
    /**
     * What AWS publishes of its list and describe calls; where it publishes nothing, what has proved to hold.
     *
     * @see <a href="https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html">EC2</a>
     * @see <a href="https://docs.aws.amazon.com/ARG/latest/userguide/gettingstarted-quotas.html">the Tagging API</a>
     * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html">CloudTrail</a>
     */
    static final Rates PUBLISHED = new Rates(
            Map.ofEntries(
                    Map.entry("ec2", new Rate(100, 20)),
                    Map.entry("tag", new Rate(15, 15)),
                    Map.entry("resource-explorer-2", new Rate(5, 5)),
                    Map.entry("lambda", new Rate(15, 15)),
                    Map.entry("s3", new Rate(100, 100)),
                    Map.entry("dynamodb", new Rate(10, 10)),
                    Map.entry("sqs", new Rate(30, 30)),
                    Map.entry("sns", new Rate(30, 30)),
                    Map.entry("kms", new Rate(50, 50)),
                    Map.entry("firehose", new Rate(5, 5)),
                    Map.entry("cloudtrail", new Rate(2, 2))),
            new Rate(10, 10),
            0.95);

    /** As fast as it goes. */
    static final Rates UNLIMITED = new Rates(Map.of(), new Rate(1_000_000, 1_000_000), 1);

    /** So many calls at once, and then so many a second. */
    record Rate(int burst, double perSecond) {}

    /** What is used of the limit of a service. */
    Rate of(String service) {
        Rate published = services.getOrDefault(service, others);
        return new Rate((int) Math.max(1, Math.floor(published.burst() * share)), published.perSecond() * share);
    }
}
