package io.tagcompliance.aws;

/** All that is read of AWS, and the means to read it. */
record AwsEstate(AwsAccess access, AwsRegions regions, AwsAccounts accounts) implements AutoCloseable {

    static AwsEstate of(AwsAccess access) {
        AwsRegions regions = new AwsRegions(access.settings());
        return new AwsEstate(access, regions, new AwsAccounts(access, regions));
    }

    @Override
    public void close() {
        accounts.close();
        access.close();
    }
}
