package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.ContractEstate;
import io.tagcompliance.testkit.SimulatedCloud;
import io.tagcompliance.testkit.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The estate of the contracts in a file. A trouble is what an export would have written that met it. */
final class CloudInFile implements SimulatedCloud {
    private static final AccountId ACCOUNT = new AccountId("111111111111");

    private final Path file;
    private final List<Resource> estate = ContractEstate.in(new Shape());
    private final CloudProvider provider;

    CloudInFile(Path file) {
        this.file = file;
        write(estate.stream().map(this::line).toList());
        this.provider = onlyCloud();
    }

    private CloudProvider onlyCloud() {
        try {
            return EstateFile.open(file).clouds().getFirst();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private boolean isCsv() {
        return file.toString().endsWith(".csv");
    }

    private String line(Resource resource) {
        return isCsv() ? EstateLines.csv(resource) : EstateLines.json(resource);
    }

    private void write(List<String> lines) {
        try {
            List<String> whole = new ArrayList<>(isCsv() ? List.of(EstateLines.CSV_HEADER) : List.of());
            whole.addAll(lines);
            EstateLines.write(file, whole.toArray(String[]::new));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public ResourceInventory inventory() {
        return provider.inventory();
    }

    @Override
    public List<Resource> estate() {
        return estate;
    }

    @Override
    public ResourceType foreignType() {
        return new ResourceType("workspaces:workspace");
    }

    @Override
    public ResourceId absentId() {
        return new ResourceId(Cloud.AWS, "arn:aws:ec2:eu-west-1:111111111111:instance/i-absent");
    }

    @Override
    public String secret() {
        return "no-secret-opens-a-file";
    }

    @Override
    public void inflict(Trouble trouble) {
        switch (trouble) {
            case Trouble.RegionDenied denied ->
                rewriteWithout(
                        resource -> resource.location().region().equals(denied.region()), gap(denied.region(), ""));
            case Trouble.LookupDenied denied ->
                rewriteWithout(resource -> resource.id().equals(denied.id()), gap(Region.GLOBAL, "iam:role"));
            case Trouble.TagsDenied denied ->
                write(estate.stream()
                        .map(resource -> resource.id().equals(denied.id()) ? withoutTags(resource) : resource)
                        .map(this::line)
                        .toList());
            case Trouble.Throttled no -> throw new UnsupportedOperationException();
            case Trouble.CredentialsExpired no -> throw new UnsupportedOperationException();
            case Trouble.PagesRepeat no -> throw new UnsupportedOperationException();
            case Trouble.Stalled no -> throw new UnsupportedOperationException();
        }
    }

    private void rewriteWithout(Predicate<Resource> lost, String gap) {
        Stream<String> kept = estate.stream().filter(lost.negate()).map(this::line);
        List<String> lines = new ArrayList<>(kept.toList());
        lines.add(gap);
        write(lines);
    }

    private String gap(Region region, String type) {
        String form = isCsv()
                ? ",%3$s,%1$s,%2$s,,,,,,access_denied,aws"
                : "{\"gap\":\"access_denied\",\"cloud\":\"aws\","
                        + "\"account_id\":\"%s\",\"region\":\"%s\",\"resource_type\":\"%s\"}";
        return form.formatted(ACCOUNT, region, type);
    }

    private static Resource withoutTags(Resource resource) {
        ReadFailure denied = new ReadFailure(Kind.ACCESS_DENIED, "tags", "allow it");
        return new Resource(
                resource.id(),
                resource.type(),
                resource.location(),
                resource.name(),
                new TagReading.Unknown(denied),
                resource.creation());
    }

    @Override
    public Set<Class<? extends Trouble>> impossible() {
        return Set.of(
                Trouble.Throttled.class,
                Trouble.CredentialsExpired.class,
                Trouble.PagesRepeat.class,
                Trouble.Stalled.class);
    }

    @Override
    public void close() {
        provider.close();
    }

    private static final class Shape implements ContractEstate.Shape {
        @Override
        public Resource paged(int number, TagReading tags) {
            return resource("ec2:eu-west-1:111111111111:instance/i-%04d".formatted(number), "ec2:instance", tags);
        }

        @Override
        public Resource elsewhere(int number, TagReading tags) {
            return resource("sqs:us-east-1:111111111111:queue-" + number, "sqs:queue", tags);
        }

        @Override
        public Resource global(int number, TagReading tags) {
            return resource("iam::111111111111:role/role-" + number, "iam:role", tags);
        }

        private static Resource resource(String arn, String type, TagReading tags) {
            String region = arn.split(":")[1];
            return new Resource(
                    new ResourceId(Cloud.AWS, "arn:aws:" + arn),
                    new ResourceType(type),
                    new Location(ACCOUNT, region.isEmpty() ? Region.GLOBAL : new Region(region)),
                    "name of " + arn,
                    tags,
                    Creation.UNKNOWN);
        }
    }
}
