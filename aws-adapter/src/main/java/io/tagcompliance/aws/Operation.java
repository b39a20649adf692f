package io.tagcompliance.aws;

/**
 * A call of AWS.
 *
 * @param name       service and action, in the spelling of AWS: {@code rds:DescribeDBInstances}
 * @param permission the IAM action that allows it, which is not always called the same
 */
record Operation(String name, String permission) {
    static Operation of(String name) {
        return new Operation(name, name);
    }

    /** The service, as it stands before the colon. */
    String service() {
        return name.substring(0, name.indexOf(':'));
    }
}
