package io.tagcompliance.aws;

import static io.tagcompliance.aws.MotoSeed.named;
import static io.tagcompliance.aws.MotoSeed.tags;

import java.util.Map;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Everything but machines, in moto. */
final class MotoPlatform {
    private final MotoSeed seed;

    private MotoPlatform(MotoSeed seed) {
        this.seed = seed;
    }

    static void into(MotoSeed seed) {
        MotoPlatform platform = new MotoPlatform(seed);
        seed.make(platform::bucket)
                .make(platform::table)
                .make(platform::queue)
                .make(platform::topic)
                .makeUntold(platform::logGroup)
                .make(platform::key)
                .make(platform::secret)
                .make(platform::fileSystem)
                .makeUntold(platform::cache)
                .make(platform::api)
                .makeUntold(platform::vault)
                .make(platform::role)
                .make(platform::stack)
                .make(platform::alarm)
                .makeUntold(platform::repository)
                .makeUntold(platform::stream);
    }

    private String bucket(String name, Map<String, String> tags) {
        S3Client s3 = seed.client(() -> S3Client.builder().forcePathStyle(true));
        String bucket = named(name, "bucket-" + seed.region());
        s3.createBucket(request -> request.bucket(bucket)
                .createBucketConfiguration(
                        where -> where.locationConstraint(seed.region().text())));
        if (!tags.isEmpty()) {
            s3.putBucketTagging(request -> request.bucket(bucket)
                    .tagging(set -> set.tagSet(tags(
                            tags,
                            (key, value) -> software.amazon.awssdk.services.s3.model.Tag.builder()
                                    .key(key)
                                    .value(value)
                                    .build()))));
        }
        return "arn:aws:s3:::" + bucket;
    }

    private String table(String name, Map<String, String> tags) {
        return seed.client(DynamoDbClient::builder)
                .createTable(request -> request.tableName(named(name, "table"))
                        .billingMode("PAY_PER_REQUEST")
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("id")
                                .attributeType("S")
                                .build())
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("id")
                                .keyType("HASH")
                                .build())
                        .tags(tags(
                                tags,
                                (key, value) -> software.amazon.awssdk.services.dynamodb.model.Tag.builder()
                                        .key(key)
                                        .value(value)
                                        .build())))
                .tableDescription()
                .tableArn();
    }

    private String queue(String name, Map<String, String> tags) {
        seed.client(SqsClient::builder)
                .createQueue(request -> request.queueName(named(name, "queue")).tags(tags));
        return seed.arn("sqs", named(name, "queue"));
    }

    private String topic(String name, Map<String, String> tags) {
        return seed.client(SnsClient::builder)
                .createTopic(request -> request.name(named(name, "topic"))
                        .tags(tags(
                                tags,
                                (key, value) -> software.amazon.awssdk.services.sns.model.Tag.builder()
                                        .key(key)
                                        .value(value)
                                        .build())))
                .topicArn();
    }

    private String logGroup(String name, Map<String, String> tags) {
        seed.client(CloudWatchLogsClient::builder).createLogGroup(request -> {
            request.logGroupName("/shop/" + name);
            if (!tags.isEmpty()) {
                request.tags(tags);
            }
        });
        return seed.arn("logs", "log-group:/shop/" + name);
    }

    private String key(String name, Map<String, String> tags) {
        return seed.client(KmsClient::builder)
                .createKey(request -> request.tags(tags(
                        tags,
                        (key, value) -> software.amazon.awssdk.services.kms.model.Tag.builder()
                                .tagKey(key)
                                .tagValue(value)
                                .build())))
                .keyMetadata()
                .arn();
    }

    /** One that waits to be deleted is none. */
    private String secret(String name, Map<String, String> tags) {
        SecretsManagerClient secrets = seed.client(SecretsManagerClient::builder);
        secrets.createSecret(request -> request.name(named(name, "gone")).secretString("x"));
        secrets.deleteSecret(request -> request.secretId(named(name, "gone")));
        return secrets.createSecret(request -> request.name("shop/" + name)
                        .secretString("x")
                        .tags(tags(
                                tags,
                                (key, value) -> software.amazon.awssdk.services.secretsmanager.model.Tag.builder()
                                        .key(key)
                                        .value(value)
                                        .build())))
                .arn();
    }

    private String fileSystem(String name, Map<String, String> tags) {
        return seed.client(EfsClient::builder)
                .createFileSystem(request -> request.creationToken(name)
                        .tags(tags(
                                tags,
                                (key, value) -> software.amazon.awssdk.services.efs.model.Tag.builder()
                                        .key(key)
                                        .value(value)
                                        .build())))
                .fileSystemArn();
    }

    private String cache(String name, Map<String, String> tags) {
        return seed.client(ElastiCacheClient::builder)
                .createCacheCluster(request -> request.cacheClusterId(named(name, "cache"))
                        .engine("redis")
                        .cacheNodeType("cache.t3.micro")
                        .numCacheNodes(1)
                        .tags(tags(
                                tags,
                                (key, value) -> software.amazon.awssdk.services.elasticache.model.Tag.builder()
                                        .key(key)
                                        .value(value)
                                        .build())))
                .cacheCluster()
                .arn();
    }

    private String api(String name, Map<String, String> tags) {
        String id = seed.client(ApiGatewayClient::builder)
                .createRestApi(request -> request.name(named(name, "api")).tags(tags))
                .id();
        return "arn:aws:apigateway:" + seed.region() + "::/restapis/" + id;
    }

    private String vault(String name, Map<String, String> tags) {
        return seed.client(BackupClient::builder)
                .createBackupVault(
                        request -> request.backupVaultName(named(name, "vault")).backupVaultTags(tags))
                .backupVaultArn();
    }

    private String role(String name, Map<String, String> tags) {
        IamClient iam = seed.client(IamClient::builder);
        return iam.createRole(request -> request.roleName(named(name, "role"))
                        .path("/team/")
                        .assumeRolePolicyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[]}")
                        .tags(tags(
                                tags,
                                (key, value) -> software.amazon.awssdk.services.iam.model.Tag.builder()
                                        .key(key)
                                        .value(value)
                                        .build())))
                .role()
                .arn();
    }

    private String stack(String name, Map<String, String> tags) {
        String template = "{\"Resources\":{\"Nothing\":{\"Type\":\"AWS::CloudFormation::WaitConditionHandle\"}}}";
        return seed.client(CloudFormationClient::builder)
                .createStack(request -> request.stackName(named(name, "stack"))
                        .templateBody(template)
                        .tags(tags(
                                tags,
                                (key, value) -> software.amazon.awssdk.services.cloudformation.model.Tag.builder()
                                        .key(key)
                                        .value(value)
                                        .build())))
                .stackId();
    }

    private String alarm(String name, Map<String, String> tags) {
        seed.client(CloudWatchClient::builder)
                .putMetricAlarm(request -> request.alarmName(named(name, "alarm"))
                        .metricName("m")
                        .namespace("n")
                        .period(60)
                        .evaluationPeriods(1)
                        .threshold(1d)
                        .comparisonOperator("GreaterThanThreshold")
                        .statistic("Sum")
                        .tags(tags(
                                tags,
                                (key, value) -> software.amazon.awssdk.services.cloudwatch.model.Tag.builder()
                                        .key(key)
                                        .value(value)
                                        .build())));
        return seed.arn("cloudwatch", "alarm:" + named(name, "alarm"));
    }

    private String repository(String name, Map<String, String> tags) {
        return seed.client(EcrClient::builder)
                .createRepository(request -> request.repositoryName("shop/" + name))
                .repository()
                .repositoryArn();
    }

    private String stream(String name, Map<String, String> tags) {
        seed.client(KinesisClient::builder)
                .createStream(
                        request -> request.streamName(named(name, "stream")).shardCount(1));
        return seed.arn("kinesis", "stream/" + named(name, "stream"));
    }
}
