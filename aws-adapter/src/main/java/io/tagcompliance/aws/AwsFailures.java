package io.tagcompliance.aws;

import io.tagcompliance.aws.RealAnswers.NotOfAws;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.spi.CloudException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What the SDK's exceptions mean. Their messages go no further: they hold hosts, ARNs and, with credentials that expired,
 * parts of these.
 */
final class AwsFailures {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> NOT_ACCEPTED = Set.of(
            "AuthFailure",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "InvalidToken",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");
    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AuthorizationError",
            "NotAuthorized",
            "OptInRequired",
            "UnauthorizedOperation");
    private static final Set<String> ABSENT = Set.of(
            "AWS.SimpleQueueService.NonExistentQueue",
            "AccountNotFoundException",
            "CacheClusterNotFound",
            "CacheClusterNotFoundFault",
            "ClusterNotFound",
            "ClusterNotFoundException",
            "ClusterNotFoundFault",
            "DBClusterNotFoundFault",
            "DBClusterSnapshotNotFoundFault",
            "DBInstanceNotFound",
            "DBSnapshotNotFound",
            "EntityDoesNotExistException",
            "EntityNotFoundException",
            "FileSystemNotFound",
            "LoadBalancerNotFound",
            "NoSuchBucket",
            "NoSuchEntity",
            "NoSuchHostedZone",
            "NotFoundException",
            "QueueDoesNotExist",
            "ReplicationGroupNotFoundFault",
            "RepositoryNotFoundException",
            "ResourceNotFound",
            "ResourceNotFoundException",
            "ResourceNotFoundFault",
            "ServerlessCacheNotFoundFault",
            "ServiceNotFoundException",
            "StateMachineDoesNotExist",
            "TargetGroupNotFound",
            "TargetNotFoundException");

    /** EC2 has a code of its own for each type: {@code InvalidHostID.NotFound}. */
    private static final Pattern ABSENT_FROM_EC2 = Pattern.compile("Invalid\\w+\\.NotFound");

    private AwsFailures() {}

    static CloudException of(Operation operation, Region region, RuntimeException exception) {
        return CloudException.of(failure(operation, region, exception), exception);
    }

    static CloudException brokenPaging(Operation operation) {
        String remedy = "AWS named a next page that it had named before; the rest is unread. Try again later.";
        ReadFailure failure = new ReadFailure(Kind.BROKEN_PAGING, operation.name(), remedy);
        return CloudException.of(failure, new IllegalStateException("a page token came again"));
    }

    static CloudException interrupted(Operation operation, InterruptedException cause) {
        return CloudException.of(interrupted(operation), cause);
    }

    static CloudException outOfTime(Operation operation) {
        String remedy = "The time for one scan was over before this was read: narrow the accounts, Regions or types.";
        ReadFailure failure = new ReadFailure(Kind.INTERRUPTED, operation.name(), remedy);
        return CloudException.of(failure, new IllegalStateException("the deadline of the scan has passed"));
    }

    /** What a reader throws where a service says in words of its own that there is no such resource. */
    static AwsServiceException absent() {
        return AwsServiceException.builder()
                .statusCode(NOT_FOUND)
                .message("no such resource")
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode("ResourceNotFound").build())
                .build();
    }

    /** Whether another Region would say the same: there are no credentials, they are over, or the time is. */
    static boolean isSameEverywhere(CloudException failed) {
        return switch (failed.failure().kind()) {
            case INTERRUPTED -> true;
            case UNAUTHENTICATED ->
                !(failed.getCause() instanceof AwsServiceException refusal) || saysThatCredentialsExpired(refusal);
            default -> false;
        };
    }

    static boolean saysThatCredentialsExpired(AwsServiceException exception) {
        return EXPIRED.contains(code(exception));
    }

    /** A 404 without a code of AWS is the answer of something else, and says nothing of the resource. */
    static boolean saysThatItIsAbsent(AwsServiceException exception) {
        String code = code(exception);
        return (exception.statusCode() == NOT_FOUND && !code.isEmpty())
                || ABSENT.contains(code)
                || ABSENT_FROM_EC2.matcher(code).matches();
    }

    private static ReadFailure failure(Operation operation, Region region, RuntimeException exception) {
        if (Retries.causes(exception).anyMatch(AbortedException.class::isInstance)) {
            return interrupted(operation);
        }
        Optional<String> remedy = Retries.causes(exception)
                .filter(NoCredentials.class::isInstance)
                .findFirst()
                .map(none -> ((NoCredentials) none).remedy());
        if (remedy.isPresent()) {
            return unauthenticated(operation, remedy.get());
        }
        Optional<RuntimeException> ofRole = Retries.causes(exception)
                .filter(RoleRefused.class::isInstance)
                .findFirst()
                .map(refused -> (SdkException) refused.getCause());
        if (ofRole.isPresent()) {
            return failure(Roles.OPERATION, region, ofRole.get());
        }
        if (Retries.causes(exception).anyMatch(NotOfAws.class::isInstance)) {
            return answeredBySomethingElse(operation, region);
        }
        return exception instanceof AwsServiceException refusal
                ? refused(operation, region, refusal)
                : unavailable(operation, region);
    }

    private static ReadFailure refused(Operation operation, Region region, AwsServiceException refusal) {
        String code = code(refusal);
        if (EXPIRED.contains(code)) {
            return unauthenticated(
                    operation, "The credentials have expired: sign in again, or renew the session token.");
        }
        if (NOT_ACCEPTED.contains(code)) {
            return unauthenticated(
                    operation,
                    "AWS does not accept the credentials in " + region
                            + ": check the keys, and that the account has enabled the Region.");
        }
        if (refusal.isThrottlingException()) {
            return new ReadFailure(
                    Kind.THROTTLED,
                    operation.name(),
                    "AWS asked for fewer calls in " + region + " for longer than we wait. Try again later.");
        }
        if (DENIED.contains(code) || refusal.statusCode() == FORBIDDEN) {
            return new ReadFailure(
                    Kind.ACCESS_DENIED,
                    operation.name(),
                    operation.equals(Roles.OPERATION)
                            ? "Let the role in that account trust the identity in use, external id included, and allow it"
                                    + " sts:AssumeRole on the role."
                            : "Allow " + operation.permission() + " in " + region + " to the identity in use.");
        }
        return refusal.statusCode() == NOT_FOUND && code.isEmpty()
                ? answeredBySomethingElse(operation, region)
                : unavailable(operation, region);
    }

    private static ReadFailure unauthenticated(Operation operation, String remedy) {
        return new ReadFailure(Kind.UNAUTHENTICATED, operation.name(), remedy);
    }

    private static ReadFailure unavailable(Operation operation, Region region) {
        String remedy = "AWS gave no usable answer in " + region
                + ": check the network, proxy and AWS_ENDPOINT_URL settings, or try again later.";
        return new ReadFailure(Kind.UNAVAILABLE, operation.name(), remedy);
    }

    private static ReadFailure answeredBySomethingElse(Operation operation, Region region) {
        String remedy = "Something between here and AWS answers in its place in " + region
                + ": check the proxy, the network's sign-in page and the AWS_ENDPOINT_URL settings.";
        return new ReadFailure(Kind.UNAVAILABLE, operation.name(), remedy);
    }

    private static ReadFailure interrupted(Operation operation) {
        return new ReadFailure(Kind.INTERRUPTED, operation.name(), "The scan was ended before this was read.");
    }

    private static String code(AwsServiceException exception) {
        return Optional.ofNullable(exception.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }
}
