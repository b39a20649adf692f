package io.tagcompliance.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** What the lab answers. */
record LabAnswer(int status, String text, Map<String, String> headers) {
    static LabAnswer ok(String text) {
        return new LabAnswer(200, text, Map.of());
    }

    private static final Set<String> QUERY = Set.of(
            "rds",
            "sns",
            "sts",
            "autoscaling",
            "elasticache",
            "redshift",
            "elasticloadbalancing",
            "monitoring",
            "iam",
            "cloudformation");
    private static final Set<String> OTHER_XML = Set.of("ec2", "s3", "cloudfront", "route53");

    static boolean speaksQuery(LabCall call) {
        return QUERY.contains(call.service());
    }

    static boolean speaksJson(LabCall call) {
        return !QUERY.contains(call.service()) && !OTHER_XML.contains(call.service());
    }

    /** A refusal in the dialect of the service. */
    static LabAnswer error(LabCall call, int status, String code) {
        return error(call, status, code, "no");
    }

    static LabAnswer error(LabCall call, int status, String code, String message) {
        String inner = "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
        String text = switch (call.service()) {
            case "ec2" -> "<Response><Errors>" + inner + "</Errors><RequestID>r</RequestID></Response>";
            case "s3" -> inner;
            default ->
                speaksJson(call)
                        ? "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}"
                        : "<ErrorResponse>" + inner + "<RequestId>r</RequestId></ErrorResponse>";
        };
        return new LabAnswer(status, text, Map.of("x-amzn-ErrorType", code));
    }

    /** Not there. CloudFormation says it in words only, and Storage Gateway in a code within the answer. */
    static LabAnswer absent(LabCall call, int status, String code) {
        LabAnswer answer = error(call, status, code, "it does not exist");
        return call.service().equals("storagegateway")
                ? answer.withText(answer.text().replace("}", ",\"error\":{\"errorCode\":\"GatewayNotFound\"}}"))
                : answer;
    }

    static LabAnswer denied(LabCall call) {
        return switch (call.service()) {
            case "ec2" -> error(call, 403, "UnauthorizedOperation");
            case "sns" -> error(call, 403, "AuthorizationError");
            default -> speaksJson(call) ? error(call, 400, "AccessDeniedException") : error(call, 403, "AccessDenied");
        };
    }

    /** What a Region says that the account hasn't enabled. */
    static LabAnswer disabled(LabCall call) {
        return switch (call.service()) {
            case "ec2" -> error(call, 401, "AuthFailure");
            case "s3" -> error(call, 403, "InvalidAccessKeyId");
            default ->
                speaksJson(call)
                        ? error(call, 403, "UnrecognizedClientException")
                        : error(call, 403, "InvalidClientTokenId");
        };
    }

    static LabAnswer throttled(LabCall call) {
        return switch (call.service()) {
            case "ec2" -> error(call, 503, "RequestLimitExceeded");
            case "s3" -> error(call, 503, "SlowDown");
            case "lambda" -> error(call, 429, "TooManyRequestsException");
            default -> error(call, 400, speaksJson(call) ? "ThrottlingException" : "Throttling");
        };
    }

    /** As AWS says it, with what it should better not repeat. */
    static LabAnswer expired(LabCall call, String secret) {
        String code = switch (call.service()) {
            case "ec2" -> "RequestExpired";
            default -> speaksJson(call) ? "ExpiredTokenException" : "ExpiredToken";
        };
        return error(call, 400, code, "The security token " + secret + " included in the request is expired");
    }

    LabAnswer withText(String other) {
        return new LabAnswer(status, other, headers);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
