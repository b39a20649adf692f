package io.tagcompliance.snapshot;

import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.policy.Cloud;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an identifier tells about its resource. A part that it doesn't tell is an empty text.
 *
 * @param account the account, subscription or project
 * @param region  the region; of a Google Cloud zone the region around it
 * @param service the service of an ARN, the provider namespace of an Azure id; Google Cloud's services are not always
 *                called like their types, so theirs is left out
 * @param group   the resource group of an Azure id
 */
record IdParts(String account, String region, String service, String group) {
    private static final IdParts NOTHING = new IdParts("", "", "", "");
    private static final Pattern PROJECT = Pattern.compile("/projects/([^/]+)/");
    private static final Pattern ZONE = Pattern.compile("/zones/([^/]+)-[a-z]/");
    private static final Pattern PLACE = Pattern.compile("/(?:regions|locations)/([^/]+)/");
    private static final Pattern GROUP = Pattern.compile("/resourceGroups/([^/]+)/", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMESPACE = Pattern.compile("/providers/([^/]+)/", Pattern.CASE_INSENSITIVE);

    static IdParts of(ResourceId id) {
        if (id.cloud().equals(Cloud.AWS)) {
            return ofArn(id.text());
        }
        if (id.cloud().equals(Cloud.AZURE)) {
            return ofAzure(id.text());
        }
        return id.cloud().equals(Cloud.GCP) ? ofGoogle(id.text()) : NOTHING;
    }

    private static IdParts ofArn(String text) {
        List<String> fields = List.of(text.split(":", 6));
        return fields.size() < 6 ? NOTHING : new IdParts(fields.get(4), fields.get(3), fields.get(2), "");
    }

    private static IdParts ofAzure(String text) {
        List<String> path = List.of(text.split("/", 4));
        String subscription = path.size() < 3 ? "" : path.get(2).toLowerCase(Locale.ROOT);
        return new IdParts(subscription, "", first(NAMESPACE, text), first(GROUP, text));
    }

    private static IdParts ofGoogle(String text) {
        String project = first(PROJECT, text);
        String zone = first(ZONE, text);
        String region = zone.isEmpty() ? first(PLACE, text) : zone;
        return new IdParts(project.equals("_") ? "" : project, region, "", "");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** What follows the last slash or colon of an identifier: the short name, where a resource has no other. */
    static String lastOf(ResourceId id) {
        String text = id.text();
        String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
        return last.isEmpty() ? text : last;
    }
}
