package io.tagcompliance.aws;

import java.util.Map;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.ListCertificatesResponse;
import software.amazon.awssdk.services.acm.model.Tag;

/** Public certificates. ACM lists those of all kinds of keys only to one who names them. */
final class Certificates {
    private static final int PAGE = 1000;

    static final AwsType TYPE = AwsType.named("acm:certificate", "certificate/")
            .listedBy("acm:ListCertificates", Certificates::page)
            .tagsBy("acm:ListTagsForCertificate", Certificates::tags);

    private Certificates() {}

    private static Page<Entry> page(Place place, Token token) {
        ListCertificatesResponse answer = client(place).listCertificates(request -> {
            request.maxItems(PAGE).includes(kinds -> kinds.keyTypes(KeyAlgorithm.knownValues()));
            token.into(request::nextToken);
        });
        return Page.of(
                answer.certificateSummaryList().stream()
                        .map(Certificates::entry)
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(CertificateSummary certificate) {
        return Entry.of(certificate.certificateArn(), certificate.domainName())
                .createdAt(certificate.createdAt())
                .inState(certificate.statusAsString());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .listTagsForCertificate(request -> request.certificateArn(arn.toString()))
                        .tags(),
                Tag::key,
                Tag::value);
    }

    private static AcmClient client(Place place) {
        return place.client(AcmClient.class, AcmClient::builder);
    }
}
