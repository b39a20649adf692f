package io.tagcompliance.policy.json;

import io.tagcompliance.policy.Cloud;
import java.util.function.Consumer;

/** Objects whose field names are clouds. */
final class CloudNames {
    private CloudNames() {}

    /** Calls for each field with the cloud that it names; a field that names none in lower case is a problem. */
    static void each(Fields fields, Consumer<Cloud> call) {
        for (String name : fields.allNames()) {
            if (!Cloud.isName(name)) {
                fields.problem(name, "must name a cloud: aws, azure or gcp");
            } else if (fields.has(name)) {
                call.accept(new Cloud(name));
            }
        }
    }
}
