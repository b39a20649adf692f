package io.tagcompliance.aws;

/** What scans and searches need to ask AWS. */
record AwsAccess(AwsClients clients, Calls calls, AwsRegions regions, Identity identity) {

    static AwsAccess of(AwsSettings settings, Connection connection) {
        AwsClients clients = new AwsClients(connection);
        Calls calls = new Calls();
        return new AwsAccess(clients, calls, new AwsRegions(settings, calls), new Identity(clients, calls));
    }
}
