package io.tagcompliance.aws;

/** What scans and searches need to ask AWS. */
record AwsAccess(AwsSettings settings, Connection connection, AwsClients clients, Calls calls, Credentials credentials)
        implements AutoCloseable {

    static AwsAccess of(AwsSettings settings, Connection connection) {
        Acting acting = new Acting();
        RateLimits limits = new RateLimits(connection.pace().rates(), System::nanoTime);
        return new AwsAccess(
                settings,
                connection,
                new AwsClients(connection, acting, limits),
                new Calls(acting, limits),
                new Credentials(connection.credentials()));
    }

    @Override
    public void close() {
        clients.close();
        credentials.close();
    }
}
