package io.tagcompliance.aws;

import io.tagcompliance.aws.Ec2Type.Ask;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeHostsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.Host;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Dedicated hosts and launch templates: the types of EC2 that no filter finds by id, so that each is asked for alone. */
final class Ec2Hosts {
    private static final int HOSTS = 500;
    private static final int TEMPLATES = 200;
    private static final Set<String> GONE = Set.of("released", "released-permanent-failure");
    private static final Operation DESCRIBE_HOSTS = Operation.of("ec2:DescribeHosts");
    private static final Operation DESCRIBE_TEMPLATES = Operation.of("ec2:DescribeLaunchTemplates");

    static final AwsType HOST = AwsType.named("ec2:dedicated-host", "dedicated-host/")
            .listedBy(DESCRIBE_HOSTS.name(), Ec2Hosts::hosts)
            .withTags(DESCRIBE_HOSTS, Ec2Hosts::tagsOfHost);
    static final AwsType LAUNCH_TEMPLATE = AwsType.named("ec2:launch-template", "launch-template/")
            .listedBy(DESCRIBE_TEMPLATES.name(), Ec2Hosts::templates)
            .withTags(DESCRIBE_TEMPLATES, Ec2Hosts::tagsOfTemplate);

    private Ec2Hosts() {}

    private static Page<Entry> hosts(Place place, Token token) {
        DescribeHostsResponse answer = Ec2Type.client(place).describeHosts(request -> {
            request.maxResults(HOSTS);
            token.into(request::nextToken);
        });
        Ask ask = new Ask(place, "dedicated-host", List.of(), token);
        return Page.of(
                answer.hosts().stream()
                        .filter(host -> ask.owns(host.ownerId()))
                        .filter(host -> Ec2Type.remains(host.stateAsString(), GONE))
                        .map(host -> entry(ask, host))
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(Ask ask, Host host) {
        return ask.entry(host.hostId(), host.tags())
                .createdAt(host.allocationTime())
                .inState(host.stateAsString());
    }

    private static Map<String, String> tagsOfHost(Place place, Arn arn) {
        return Ec2Type.client(place).describeHosts(request -> request.hostIds(arn.name())).hosts().stream()
                .filter(host -> Ec2Type.remains(host.stateAsString(), GONE))
                .findFirst()
                .map(host -> Entry.tags(host.tags(), Tag::key, Tag::value))
                .orElseThrow(AwsFailures::absent);
    }

    private static Page<Entry> templates(Place place, Token token) {
        DescribeLaunchTemplatesResponse answer = Ec2Type.client(place).describeLaunchTemplates(request -> {
            request.maxResults(TEMPLATES);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.launchTemplates().stream()
                        .map(template -> entry(place, template))
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(Place place, LaunchTemplate template) {
        Arn arn = place.arn("ec2", "launch-template/" + template.launchTemplateId());
        return Entry.of(arn.toString(), template.launchTemplateName())
                .createdAt(template.createTime())
                .tagged(Entry.tags(template.tags(), Tag::key, Tag::value));
    }

    private static Map<String, String> tagsOfTemplate(Place place, Arn arn) {
        return Ec2Type.client(place)
                .describeLaunchTemplates(request -> request.launchTemplateIds(arn.name()))
                .launchTemplates()
                .stream()
                .findFirst()
                .map(template -> Entry.tags(template.tags(), Tag::key, Tag::value))
                .orElseThrow(AwsFailures::absent);
    }
}
