package io.tagcompliance.billing;

import java.util.HashMap;
import java.util.Map;

/** The names that FOCUS has for what the Cost and Usage Report names by product codes. */
final class ServiceNames {
    private static final Map<String, String> BY_CODE = byCode();

    private ServiceNames() {}

    private static Map<String, String> byCode() {
        Map<String, String> names = new HashMap<>();
        names.put("AmazonEC2", "Amazon Elastic Compute Cloud");
        names.put("AmazonVPC", "Amazon Virtual Private Cloud");
        names.put("AmazonS3", "Amazon Simple Storage Service");
        names.put("AmazonRDS", "Amazon Relational Database Service");
        names.put("AWSLambda", "AWS Lambda");
        names.put("AmazonECS", "Amazon Elastic Container Service");
        names.put("AmazonEKS", "Amazon Elastic Kubernetes Service");
        names.put("AmazonECR", "Amazon Elastic Container Registry");
        names.put("AmazonDynamoDB", "Amazon DynamoDB");
        names.put("AmazonElastiCache", "Amazon ElastiCache");
        names.put("AmazonMemoryDB", "Amazon MemoryDB");
        names.put("AmazonRedshift", "Amazon Redshift");
        names.put("AmazonES", "Amazon OpenSearch Service");
        names.put("AmazonEFS", "Amazon Elastic File System");
        names.put("AmazonFSx", "Amazon FSx");
        names.put("AWSBackup", "AWS Backup");
        names.put("AWSELB", "Elastic Load Balancing");
        names.put("AmazonCloudFront", "Amazon CloudFront");
        names.put("AmazonRoute53", "Amazon Route 53");
        names.put("AmazonApiGateway", "Amazon API Gateway");
        names.put("AmazonKinesis", "Amazon Kinesis");
        names.put("AmazonKinesisFirehose", "Amazon Data Firehose");
        names.put("AmazonMSK", "Amazon Managed Streaming for Apache Kafka");
        names.put("AWSQueueService", "Amazon Simple Queue Service");
        names.put("AmazonSNS", "Amazon Simple Notification Service");
        names.put("AmazonMQ", "Amazon MQ");
        names.put("AmazonCloudWatch", "Amazon CloudWatch");
        names.put("ElasticMapReduce", "Amazon Elastic MapReduce");
        names.put("AWSGlue", "AWS Glue");
        names.put("AmazonSageMaker", "Amazon SageMaker");
        names.put("AmazonBedrock", "Amazon Bedrock");
        names.put("awskms", "AWS Key Management Service");
        names.put("AWSSecretsManager", "AWS Secrets Manager");
        names.put("AmazonWorkSpaces", "Amazon WorkSpaces");
        names.put("AmazonStates", "AWS Step Functions");
        names.put("AWSDirectoryService", "AWS Directory Service");
        names.put("AWSTransfer", "AWS Transfer Family");
        names.put("CodeBuild", "AWS CodeBuild");
        names.put("AWSCodePipeline", "AWS CodePipeline");
        names.put("AWSDataTransfer", "AWS Data Transfer");
        return Map.copyOf(names);
    }

    /** The name of a service; of one that isn't known, what the bill calls it. */
    static String focus(String service) {
        return BY_CODE.getOrDefault(service, service);
    }
}
