package io.tagcompliance.core.resource;

import io.tagcompliance.policy.Cloud;
import java.util.regex.Pattern;

/** What a text is when it is read as a resource id: an id of some cloud, or no id, and why. */
public sealed interface IdReading {

    /** A well-formed id. Whether the resource exists is another question. */
    record Valid(ResourceId id) implements IdReading {}

    /** No full identifier; the reason is a sentence that doesn't repeat the text. */
    record Invalid(String reason) implements IdReading {}

    /** Reads a text; the cloud follows from its form. Never throws: ids come from strangers. */
    static IdReading of(String text) {
        if (text.length() > ResourceId.LONGEST) {
            return new Invalid("longer than " + ResourceId.LONGEST + " characters");
        }
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            return new Invalid("a wildcard stands in it; name one resource at a time");
        }
        if (Forms.TRAVERSAL.matcher(text).find()) {
            return new Invalid("'..' stands in its path");
        }
        return byForm(text);
    }

    private static IdReading byForm(String text) {
        if (text.startsWith("arn:")) {
            return Forms.ARN.matcher(text).matches()
                    ? new Valid(new ResourceId(Cloud.AWS, text))
                    : new Invalid("not of the form arn:partition:service:region:account:resource");
        }
        if (text.startsWith("/subscriptions/")) {
            return Forms.AZURE.matcher(text).matches()
                    ? new Valid(new ResourceId(Cloud.AZURE, text))
                    : new Invalid("not of the form /subscriptions/{id}/…/providers/{namespace}/{type}/{name}");
        }
        if (text.startsWith("//")) {
            return Forms.GCP.matcher(text).matches()
                    ? new Valid(new ResourceId(Cloud.GCP, text))
                    : new Invalid("not of the form //{service}.googleapis.com/{path}");
        }
        return new Invalid("not a full identifier: an ARN, an Azure resource id or a Google Cloud full resource name");
    }

    /** The outer forms of the three clouds' identifiers. */
    final class Forms {
        private static final Pattern TRAVERSAL = Pattern.compile("(^|/)\\.\\.(/|$)");
        private static final Pattern ARN =
                Pattern.compile("arn:aws(-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12})?:.+", Pattern.DOTALL);
        private static final Pattern AZURE = Pattern.compile("/subscriptions/[^/]+/.*[^/]", Pattern.DOTALL);
        private static final Pattern GCP = Pattern.compile("//[a-z0-9.-]+\\.googleapis\\.com/.*[^/]", Pattern.DOTALL);

        private Forms() {}
    }
}
