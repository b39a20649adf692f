package io.tagcompliance.core.cost;

import io.tagcompliance.core.resource.IdReading;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes full identifiers and types of what bills call resources. AWS bills name instances, volumes and buckets by their short
 * ids; their ARNs follow from account and Region, and where the bill tells neither, the short id stays.
 *
 * <p>Confined to one thread.
 */
public final class ResourceNames {
    /** What stands for an account or a Region that a bill doesn't tell. */
    public static final String UNKNOWN = "unknown";

    /** By what their ids begin with, up to the hyphen. */
    private static final Map<String, Ec2Kind> EC2_KINDS = Map.of(
            "i", new Ec2Kind("instance", "ec2:instance"),
            "vol", new Ec2Kind("volume", "ec2:volume"),
            "snap", new Ec2Kind("snapshot", "ec2:snapshot"),
            "nat", new Ec2Kind("natgateway", "ec2:natgateway"),
            "eni", new Ec2Kind("network-interface", "ec2:network-interface"),
            "vpce", new Ec2Kind("vpc-endpoint", "ec2:vpc-endpoint"),
            "tgw", new Ec2Kind("transit-gateway", "ec2:transit-gateway"),
            "eipalloc", new Ec2Kind("elastic-ip", "ec2:elastic-ip"),
            "h", new Ec2Kind("dedicated-host", "ec2:dedicated-host"));

    private static final Map<String, String> WITHOUT_KIND =
            Map.of("s3", "s3:bucket", "sqs", "sqs:queue", "sns", "sns:topic");
    private static final Map<String, String> GCP_SERVICES = Map.of("cloudsql", "sqladmin");
    private static final Map<String, String> GCP_WITHOUT_KIND = Map.of("storage", "storage.buckets");
    private static final Pattern AZURE_PROVIDER = Pattern.compile("/providers/([^/]+)/(.+)$", Pattern.CASE_INSENSITIVE);

    /** The service, and the first word of the resource part where that has more than one. Never goes back but by one word. */
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*+:([a-z0-9-]++):[^:]*+:[^:]*+:(?:/?([A-Za-z-]++)[/:])?.", Pattern.DOTALL);

    /** By what its Regions begin with: the parts of AWS that have no account in common with the commercial one. */
    private static final Map<String, String> PARTITIONS = Map.of(
            "cn-", "aws-cn",
            "us-gov-", "aws-us-gov",
            "eusc-", "aws-eusc",
            "us-iso-", "aws-iso",
            "us-isob-", "aws-iso-b",
            "eu-isoe-", "aws-iso-e",
            "us-isof-", "aws-iso-f");

    private final Map<String, ResourceType> types = new HashMap<>();

    /** By Region. */
    private final Map<String, String> partitions = new HashMap<>();

    private final String elsewhere;

    /** Those of the commercial part of AWS, where no Region tells another. */
    public ResourceNames() {
        this("aws");
    }

    private ResourceNames(String elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Those of the bill of an account in that part of AWS, as ARNs name it: charges need not tell their Region. */
    public static ResourceNames ofPartition(String partition) {
        return new ResourceNames(partition);
    }

    /** What an id of EC2 stands for, in ARNs and as a type. */
    private record Ec2Kind(String inArn, String type) {}

    /**
     * What a row is for.
     *
     * @param id   as the bill has it
     * @param type as the bill has it; taken where nothing else tells the type
     */
    public Charged charged(String id, String type, ChargePlace place) {
        if (id.isEmpty()) {
            return new Charged.NoResource();
        }
        boolean aws = place.cloud().equals(Cloud.AWS);
        Optional<Ec2Kind> ec2 = aws ? ec2Kind(id) : Optional.empty();
        String full = cut(aws ? arn(id, ec2, place) : id);
        String name = (aws ? ec2.map(Ec2Kind::type).or(() -> ofArn(full)) : ofId(full))
                .orElse(type.isEmpty() ? UNKNOWN : type);
        return new Charged.OfResource(
                new ResourceId(place.cloud(), full), types.computeIfAbsent(name, ResourceNames::type));
    }

    /** At a whole character. */
    private static String cut(String full) {
        if (full.length() <= ResourceId.LONGEST) {
            return full;
        }
        boolean cutsCharacter = Character.isHighSurrogate(full.charAt(ResourceId.LONGEST - 1));
        return full.substring(0, cutsCharacter ? ResourceId.LONGEST - 1 : ResourceId.LONGEST);
    }

    private static Optional<Ec2Kind> ec2Kind(String id) {
        int hyphen = id.indexOf('-');
        return hyphen < 0
                ? Optional.empty()
                : Optional.ofNullable(EC2_KINDS.get(id.substring(0, hyphen)))
                        .filter(kind -> isEc2Number(id, hyphen + 1));
    }

    private static boolean isEc2Number(String id, int start) {
        int digits = id.length() - start;
        boolean isNumber = digits >= 8 && digits <= 17;
        for (int at = start; isNumber && at < id.length(); at++) {
            isNumber = "0123456789abcdef".indexOf(id.charAt(at)) >= 0;
        }
        return isNumber;
    }

    private String arn(String id, Optional<Ec2Kind> ec2, ChargePlace place) {
        if (ec2.isPresent()) {
            if (isUntold(place)) {
                return id;
            }
            String where = place.region().text() + ":" + place.account().text();
            return "arn:" + partition(place) + ":ec2:" + where + ":" + ec2.get().inArn() + "/" + id;
        }
        boolean bucket = !id.startsWith("arn:") && place.service().equalsIgnoreCase("Amazon Simple Storage Service");
        return bucket ? "arn:" + partition(place) + ":s3:::" + id : id;
    }

    /** Nothing of EC2 lies in no Region: a bill that names none doesn't tell which it is. */
    private static boolean isUntold(ChargePlace place) {
        return place.region().equals(Region.GLOBAL)
                || place.region().text().equals(UNKNOWN)
                || place.account().text().equals(UNKNOWN);
    }

    private String partition(ChargePlace place) {
        return partitions.computeIfAbsent(place.region().text(), this::partition);
    }

    private String partition(String region) {
        return PARTITIONS.entrySet().stream()
                .filter(one -> region.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(elsewhere);
    }

    private static ResourceType type(String name) {
        return TypeCatalogue.canonical(new ResourceType(name.substring(0, Math.min(name.length(), 200))));
    }

    private static Optional<String> ofId(String id) {
        if (!(IdReading.of(id) instanceof IdReading.Valid valid)) {
            return Optional.empty();
        }
        return switch (valid.id().cloud().id()) {
            case "aws" -> ofArn(id);
            case "azure" -> ofAzure(id);
            case "gcp" -> ofGcp(id);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofArn(String arn) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.lookingAt()) {
            return Optional.empty();
        }
        String service = parts.group(1);
        return Optional.ofNullable(parts.group(2) == null ? WITHOUT_KIND.get(service) : service + ":" + parts.group(2));
    }

    /** {@code /subscriptions/…/providers/Microsoft.Sql/servers/one/databases/two}: namespace, then every second part. */
    private static Optional<String> ofAzure(String id) {
        Matcher provider = AZURE_PROVIDER.matcher(id);
        if (!provider.find()) {
            return Optional.empty();
        }
        StringBuilder type = new StringBuilder(provider.group(1));
        String[] parts = provider.group(2).split("/");
        for (int at = 0; at < parts.length; at += 2) {
            type.append('/').append(parts[at]);
        }
        return Optional.of(type.toString());
    }

    /** {@code //compute.googleapis.com/projects/p/zones/z/instances/i}: service, then the last part but one. */
    private static Optional<String> ofGcp(String id) {
        String host = id.substring(2, id.indexOf(".googleapis.com"));
        String service = GCP_SERVICES.getOrDefault(host.toLowerCase(Locale.ROOT), host);
        String[] parts = id.substring(2).split("/");
        return parts.length > 3
                ? Optional.of(service + "." + parts[parts.length - 2])
                : Optional.ofNullable(GCP_WITHOUT_KIND.get(service));
    }
}
