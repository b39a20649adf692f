package io.tagcompliance.aws;

import io.tagcompliance.aws.AwsSettings.Role;
import io.tagcompliance.core.resource.AccountId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The role in each of the other accounts, assumed when it is first needed and again before it runs out. Its ARN is made
 * here, of the operator's role and an account of the operator's list: nobody else has a say in it.
 */
final class Roles implements AutoCloseable {
    static final Operation OPERATION = Operation.of("sts:AssumeRole");

    private final Map<AccountId, Credentials> assumed = new ConcurrentHashMap<>();

    /** The account, asked with the role in it that may be assumed from that place. */
    Account in(AccountId id, Role role, Place from) {
        Credentials credentials =
                assumed.computeIfAbsent(id, absent -> new Credentials(() -> new Assumed(id, role, from)));
        return new Account(id, from.account().partition(), from.account().domain(), credentials);
    }

    @Override
    public void close() {
        assumed.values().forEach(Credentials::close);
        assumed.clear();
    }

    /** One role, with the SDK's provider that renews it in time; asked in the name of the account that may assume it. */
    private static final class Assumed implements AwsCredentialsProvider, SdkAutoCloseable {
        private final Place from;
        private final StsAssumeRoleCredentialsProvider provider;

        Assumed(AccountId id, Role role, Place from) {
            this.from = from;
            String arn = new Arn(from.account().partition(), "iam", "", id.text(), "role/" + role.name()).toString();
            this.provider = StsAssumeRoleCredentialsProvider.builder()
                    .stsClient(from.client(StsClient.class, StsClient::builder))
                    .refreshRequest(request -> {
                        request.roleArn(arn).roleSessionName(role.session());
                        if (!role.externalId().isEmpty()) {
                            request.externalId(role.externalId());
                        }
                    })
                    .build();
        }

        @Override
        public AwsCredentials resolveCredentials() {
            try {
                return from.access().calls().askWithin(OPERATION, from, provider::resolveCredentials);
            } catch (AbortedException e) {
                throw e;
            } catch (SdkException e) {
                throw new RoleRefused(e);
            }
        }

        @Override
        public void close() {
            provider.close();
        }
    }
}
