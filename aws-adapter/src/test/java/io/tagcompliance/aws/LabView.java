package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Resource;
import java.util.Locale;
import java.util.stream.Stream;

/** The views of the lab's index. All but the last are traps: they answer with less than the index has, or refuse. */
enum LabView {
    /** Its filter leaves out Oregon. */
    FILTERED,
    /** Its scope is a unit of the organisation, in which this account isn't. */
    OF_A_UNIT,
    /** It was made without tags. */
    WITHOUT_TAGS,
    WHOLE;

    String arn(String account) {
        return "arn:aws:resource-explorer-2:us-east-1:" + account + ":view/" + name().toLowerCase(Locale.ROOT) + "/1";
    }

    static LabView of(String arn) {
        String account = arn.split(":", -1)[4];
        return Stream.of(values())
                .filter(view -> view.arn(account).equals(arn))
                .findFirst()
                .orElseThrow();
    }

    boolean shows(Resource resource) {
        return switch (this) {
            case FILTERED -> !resource.location().region().equals(LabEstate.OREGON);
            case OF_A_UNIT -> false;
            case WITHOUT_TAGS, WHOLE -> true;
        };
    }

    /** As GetView tells it. */
    String json(String account) {
        String filter = this == FILTERED ? "region:eu-west-1,us-east-1" : "";
        String scope = this == OF_A_UNIT
                ? "arn:aws:organizations::" + account + ":ou/o-lab/" + LabOrganization.SANDBOX
                : "arn:aws:iam::" + account + ":root";
        String properties = this == WITHOUT_TAGS ? "" : "{\"Name\":\"tags\"}";
        return """
                {"View":{"ViewArn":"%s","Scope":"%s","Filters":{"FilterString":"%s"},"IncludedProperties":[%s]}}""".formatted(arn(account), scope, filter, properties);
    }
}
