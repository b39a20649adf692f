package io.tagcompliance.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a resource is, whichever cloud it lies in. A policy and a filter may name a category instead of a type. */
public enum Category {
    COMPUTE_INSTANCE,
    BLOCK_STORAGE,
    STORAGE_SNAPSHOT,
    OBJECT_BUCKET,
    FILE_STORAGE,
    RELATIONAL_DB,
    NOSQL_DB,
    CACHE,
    DATA_WAREHOUSE,
    SERVERLESS_FUNCTION,
    CONTAINER_CLUSTER,
    CONTAINER_SERVICE,
    CONTAINER_REGISTRY,
    LOAD_BALANCER,
    NETWORK,
    PUBLIC_IP,
    MESSAGE_QUEUE,
    MESSAGE_TOPIC,
    STREAM,
    SECRET,
    ENCRYPTION_KEY,
    LOG_STORE,
    WORKFLOW,
    APP_PLATFORM,
    ACCOUNT,
    RESOURCE_GROUP;

    /** The name in files and answers: {@code compute_instance}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The category of that name, in any case. */
    public static Optional<Category> named(String label) {
        return Arrays.stream(values())
                .filter(category -> category.name().equalsIgnoreCase(label))
                .findFirst();
    }

    /** Every name, in the order of this list. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Category::label).toList();
    }
}
