package io.tagcompliance.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the lab answers. */
record LabAnswer(int status, String text, Map<String, String> headers) {
    static LabAnswer ok(String text) {
        return new LabAnswer(200, text, Map.of());
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
            case "rds", "sns", "sts" -> "<ErrorResponse>" + inner + "<RequestId>r</RequestId></ErrorResponse>";
            default -> "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}";
        };
        return new LabAnswer(status, text, Map.of("x-amzn-ErrorType", code));
    }

    static LabAnswer denied(LabCall call) {
        return switch (call.service()) {
            case "ec2" -> error(call, 403, "UnauthorizedOperation");
            case "s3", "rds", "sts" -> error(call, 403, "AccessDenied");
            case "sns" -> error(call, 403, "AuthorizationError");
            default -> error(call, 400, "AccessDeniedException");
        };
    }

    static LabAnswer throttled(LabCall call) {
        return switch (call.service()) {
            case "ec2" -> error(call, 503, "RequestLimitExceeded");
            case "s3" -> error(call, 503, "SlowDown");
            case "lambda" -> error(call, 429, "TooManyRequestsException");
            case "rds", "sns", "sts" -> error(call, 400, "Throttling");
            default -> error(call, 400, "ThrottlingException");
        };
    }

    /** As AWS says it, with what it should better not repeat. */
    static LabAnswer expired(LabCall call, String secret) {
        String code = switch (call.service()) {
            case "ec2" -> "RequestExpired";
            case "s3", "rds", "sns", "sts" -> "ExpiredToken";
            default -> "ExpiredTokenException";
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
