package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;

/** Makes one tagged and one never tagged resource of a type in moto, through the clients of AWS itself. */
final class MotoSeed implements AutoCloseable {
    /** What is put on those that are tagged; a value that is easily spoiled. */
    static final Map<String, String> TAGS = Map.of("Owner", "a=b+c d@example.com", "Stage", "prüfen");

    private final MotoServer moto;
    private final Region region;
    private final List<SdkClient> clients = new ArrayList<>();
    private final Map<String, Map<String, String>> made = new LinkedHashMap<>();
    private final Set<String> untold = new LinkedHashSet<>();

    MotoSeed(MotoServer moto, Region region) {
        this.moto = moto;
        this.region = region;
    }

    /** Makes a resource with these tags, or with none, and gives its ARN. */
    @FunctionalInterface
    interface Maker {
        String arn(String name, Map<String, String> tags);
    }

    MotoSeed make(Maker maker) {
        made.put(maker.arn("tagged", TAGS), TAGS);
        made.put(maker.arn("bare", Map.of()), Map.of());
        return this;
    }

    /** The same of a type whose tags moto's Tagging API doesn't give, or gives under another name than AWS. */
    MotoSeed makeUntold(Maker maker) {
        untold.add(maker.arn("tagged", TAGS));
        untold.add(maker.arn("bare", Map.of()));
        return this;
    }

    /** ARNs of what was made besides, whose tags can't be compared. */
    Set<String> untold() {
        return untold;
    }

    /** ARN to tags of everything that was made. */
    Map<String, Map<String, String>> made() {
        return made;
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":123456789012:" + resource;
    }

    Region region() {
        return region;
    }

    static <T> List<T> tags(Map<String, String> tags, BiFunction<String, String, T> tag) {
        return tags.entrySet().stream()
                .map(one -> tag.apply(one.getKey(), one.getValue()))
                .toList();
    }

    /** A name of its own in each Region. */
    static String named(String name, String what) {
        return what + "-" + name;
    }

    <C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(Supplier<B> builder) {
        C client = builder.get()
                .region(software.amazon.awssdk.regions.Region.of(region.text()))
                .endpointOverride(moto.end())
                .credentialsProvider(StaticCredentialsProvider.create(
                        software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create("seed", "seed")))
                .build();
        clients.add(client);
        return client;
    }

    @Override
    public void close() {
        clients.forEach(SdkClient::close);
    }
}
