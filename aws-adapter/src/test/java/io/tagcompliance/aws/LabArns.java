package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Region;
import java.util.Map;
import java.util.Set;

/** How AWS forms the ARN of each type. */
final class LabArns {
    private static final String ACCOUNT = LabEstate.ACCOUNT.text();

    /** What stands between account and name, and after it, where that isn't the second word of the type and a slash. */
    private static final Map<String, String> RESOURCES = Map.ofEntries(
            Map.entry("autoscaling:autoScalingGroup", "autoScalingGroup:0a1b-2c3d:autoScalingGroupName/%s"),
            Map.entry("rds:db", "db:%s"),
            Map.entry("rds:cluster", "cluster:%s"),
            Map.entry("rds:snapshot", "snapshot:%s"),
            Map.entry("rds:cluster-snapshot", "cluster-snapshot:%s"),
            Map.entry("s3:bucket", "%s"),
            Map.entry("sns:topic", "%s"),
            Map.entry("sqs:queue", "%s"),
            Map.entry("codepipeline:pipeline", "%s"),
            Map.entry("lambda:function", "function:%s"),
            Map.entry("ecs:service", "service/%1$s/%1$s"),
            Map.entry("eks:nodegroup", "nodegroup/%1$s/%1$s/0a1b-2c3d"),
            Map.entry("bedrock:custom-model", "custom-model/amazon.titan-v1:0:4k/%s"),
            Map.entry("apprunner:service", "service/%s/0a1b2c3d"),
            Map.entry("elasticache:cluster", "cluster:%s"),
            Map.entry("elasticache:replicationgroup", "replicationgroup:%s"),
            Map.entry("elasticache:serverlesscache", "serverlesscache:%s"),
            Map.entry("redshift:cluster", "cluster:%s"),
            Map.entry("backup:backup-vault", "backup-vault:%s"),
            Map.entry("elasticloadbalancing:targetgroup", "targetgroup/%s/0a1b2c3d"),
            Map.entry("apigateway:restapis", "/restapis/%s"),
            Map.entry("apigateway:apis", "/apis/%s"),
            Map.entry("kafka:cluster", "cluster/%s/0a1b-2c3d-4"),
            Map.entry("mq:broker", "broker:%1$s:b-%1$s"),
            Map.entry("logs:log-group", "log-group:%s"),
            Map.entry("synthetics:canary", "canary:%s"),
            Map.entry("cloudwatch:alarm", "alarm:%s"),
            Map.entry("emr-serverless:applications", "/applications/%s"),
            Map.entry("dms:rep", "rep:%s"),
            Map.entry("secretsmanager:secret", "secret:%s-AbCdEf"),
            Map.entry("states:stateMachine", "stateMachine:%s"),
            Map.entry("iam:role", "role/team/%s"),
            Map.entry("organizations:account", "account/o-lab/%s"),
            Map.entry("cloudformation:stack", "stack/%s/0a1b-2c3d"));

    private static final Set<String> WITHOUT_ACCOUNT =
            Set.of("s3:bucket", "route53:hostedzone", "apigateway:restapis", "apigateway:apis");

    private LabArns() {}

    static String of(String type, Region region, String name) {
        String service = type.substring(0, type.indexOf(':'));
        boolean nowhere = region.equals(Region.GLOBAL) || type.equals("s3:bucket");
        return "arn:aws:%s:%s:%s:%s"
                .formatted(
                        service,
                        nowhere ? "" : region.text(),
                        WITHOUT_ACCOUNT.contains(type) ? "" : ACCOUNT,
                        resource(type, name));
    }

    private static String resource(String type, String name) {
        if (type.equals("elasticloadbalancing:loadbalancer")) {
            return isClassic(name) ? "loadbalancer/" + name : "loadbalancer/app/" + name + "/0a1b2c3d";
        }
        String word = type.substring(type.indexOf(':') + 1);
        return RESOURCES.getOrDefault(type, word + "/%s").formatted(name);
    }

    /** The lab tells the two kinds of load balancers by their names. */
    static boolean isClassic(String name) {
        return name.startsWith("classic");
    }
}
