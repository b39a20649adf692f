package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsType.Separate;
import io.tagcompliance.policy.ResourceType;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * S3 buckets. Their names are global, but each lies in one Region, and each Region lists its own: so a bucket comes once,
 * its Region is known without a call for each bucket, and no other Region is asked. S3 gives out 10,000 a page.
 */
final class S3Buckets {
    private static final String REGION_HEADER = "x-amz-bucket-region";

    static final Operation HEAD = new Operation("s3:HeadBucket", "s3:ListBucket");
    static final AwsType TYPE = new AwsType(
            new ResourceType("s3:bucket"),
            new Arn.Shape("s3", ""),
            Listing.of(new Operation("s3:ListBuckets", "s3:ListAllMyBuckets"), S3Buckets::page),
            new Separate("s3", Operation.of("s3:GetBucketTagging"), S3Buckets::tags));

    private S3Buckets() {}

    private static Page<Entry> page(Place place, Token token) {
        ListBucketsResponse answer = client(place).listBuckets(request -> {
            request.bucketRegion(place.region().text());
            token.into(request::continuationToken);
        });
        return Page.of(
                answer.buckets().stream()
                        .filter(bucket -> liesIn(place, bucket))
                        .map(bucket -> entry(place, bucket))
                        .toList(),
                answer.continuationToken());
    }

    /** Some S3 that is not of AWS gives out all buckets whatever the Region, or doesn't name theirs. */
    private static boolean liesIn(Place place, Bucket bucket) {
        return bucket.bucketRegion() == null
                || bucket.bucketRegion().equals(place.region().text());
    }

    private static Entry entry(Place place, Bucket bucket) {
        Arn arn = new Arn(place.account().partition(), "s3", "", "", bucket.name());
        return new Entry(arn, bucket.name(), Entry.made(bucket.creationDate()), Map.of());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        try {
            return Entry.tags(
                    client(place)
                            .getBucketTagging(request -> request.bucket(arn.resource())
                                    .expectedBucketOwner(place.account().id().text()))
                            .tagSet(),
                    Tag::key,
                    Tag::value);
        } catch (S3Exception e) {
            if (e.awsErrorDetails() != null
                    && "NoSuchTagSet".equals(e.awsErrorDetails().errorCode())) {
                return Map.of();
            }
            throw e;
        }
    }

    /**
     * The Region of a bucket, asked in any Region: S3 names it in refusals and redirections too, so that no permission is
     * needed. Fails with a 404 where there is no such bucket.
     */
    static String regionOf(Place place, Arn arn) {
        try {
            return client(place)
                    .headBucket(request -> request.bucket(arn.resource()))
                    .bucketRegion();
        } catch (NoSuchBucketException e) {
            throw e.requestId() == null ? codeless(e) : e;
        } catch (S3Exception e) {
            return e.awsErrorDetails()
                    .sdkHttpResponse()
                    .firstMatchingHeader(REGION_HEADER)
                    .orElseThrow(() -> e);
        }
    }

    /** The SDK gives every 404 without a body the code of a bucket that isn't there; S3 itself numbers its answers. */
    private static AwsServiceException codeless(NoSuchBucketException e) {
        return S3Exception.builder()
                .statusCode(e.statusCode())
                .message(e.getMessage())
                .cause(e)
                .build();
    }

    private static S3Client client(Place place) {
        return place.client(
                S3Client.class,
                () -> S3Client.builder().forcePathStyle(place.access().clients().overridden()));
    }
}
