package io.tagcompliance.aws;

import io.tagcompliance.policy.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every type that is read. */
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

    private AwsTypes() {}

    static Set<ResourceType> names() {
        return ALL.stream().map(AwsType::type).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<AwsType> of(Arn arn) {
        return ALL.stream().filter(type -> type.shape().fits(arn)).findFirst();
    }
}
