package io.tagcompliance.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a resource is, whichever cloud it lies in. A policy and a filter may name a category instead of a type. */
public enum Category {
    COMPUTE_INSTANCE,
    DEDICATED_HOST,
    BLOCK_STORAGE,
    STORAGE_SNAPSHOT,
    MACHINE_IMAGE,
    SCALING_GROUP,
    OBJECT_BUCKET,
    FILE_STORAGE,
    BACKUP,
    RELATIONAL_DB,
    NOSQL_DB,
    CACHE,
    DATA_WAREHOUSE,
    DATA_PROCESSING,
    SEARCH,
    MACHINE_LEARNING,
    SERVERLESS_FUNCTION,
    CONTAINER_CLUSTER,
    CONTAINER_SERVICE,
    CONTAINER_REGISTRY,
    LOAD_BALANCER,
    NETWORK,
    CONTENT_DELIVERY,
    API,
    PUBLIC_IP,
    MESSAGE_QUEUE,
    MESSAGE_TOPIC,
    STREAM,
    SECRET,
    ENCRYPTION_KEY,
    CERTIFICATE,
    IDENTITY,
    LOG_STORE,
    MONITORING,
    WORKFLOW,
    APP_PLATFORM,
    VIRTUAL_DESKTOP,
    FILE_TRANSFER,
    DEVELOPER_TOOL,
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
