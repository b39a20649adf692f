package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.Spend;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every type that is read; what is known of each besides stands in the catalogue of types. */
final class AwsTypes {
    static final List<AwsType> ALL = List.of(
            Ec2Instances.TYPE,
            Ec2Volumes.TYPE,
            S3Buckets.TYPE,
            LambdaFunctions.TYPE,
            RdsInstances.TYPE,
            DynamoDbTables.TYPE,
            SnsTopics.TYPE,
            SqsQueues.TYPE);

    private static final Map<ResourceType, AwsType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(AwsType::type, Function.identity()));

    private AwsTypes() {}

    static Set<ResourceType> names() {
        return BY_NAME.keySet();
    }

    static Optional<AwsType> of(Arn arn) {
        return ALL.stream().filter(type -> type.shape().fits(arn)).findFirst();
    }

    /**
     * The type by the name that an index has for it; empty where it isn't read. Indexes divide some types: application and
     * network load balancers, say, are {@code elasticloadbalancing:loadbalancer/app} and {@code …/net}.
     */
    static Optional<ResourceType> indexed(String name) {
        ResourceType whole = new ResourceType(name);
        ResourceType undivided = new ResourceType(name.contains("/") ? name.substring(0, name.indexOf('/')) : name);
        return Stream.of(whole, undivided).filter(BY_NAME::containsKey).findFirst();
    }

    /** Those that a scope reads: the ones it names, or else everything that costs money. */
    static List<AwsType> of(Scope scope) {
        return ALL.stream().filter(type -> reads(scope, type.type())).toList();
    }

    private static boolean reads(Scope scope, ResourceType type) {
        return scope.types().isEmpty() ? TypeCatalogue.spendOf(type) == Spend.COST_BEARING : scope.includes(type);
    }
}
