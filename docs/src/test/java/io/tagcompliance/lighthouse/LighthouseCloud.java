package io.tagcompliance.lighthouse;

import io.tagcompliance.core.spi.AccountDirectory;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.policy.Cloud;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Lighthouse, read live: lamps, horns and charts with their tags. It can't tell when a resource was made. */
public final class LighthouseCloud implements CloudProvider {
    static final Cloud CLOUD = new Cloud("lighthouse");

    private final LighthouseApi api;
    private final LighthouseInventory inventory;

    LighthouseCloud(LighthouseApi api) {
        this.api = api;
        this.inventory = new LighthouseInventory(api);
    }

    /** The one that LIGHTHOUSE_URL and LIGHTHOUSE_TOKEN name in the environment, as Lighthouse's own tools have it. */
    public static CloudProvider ofEnvironment() {
        Map<String, String> environment = System.getenv();
        URI address = URI.create(environment.getOrDefault("LIGHTHOUSE_URL", "http://localhost:7007/"));
        return new LighthouseCloud(new LighthouseApi(address, environment.getOrDefault("LIGHTHOUSE_TOKEN", "")));
    }

    @Override
    public Cloud cloud() {
        return CLOUD;
    }

    @Override
    public Source source() {
        return Source.LIVE;
    }

    @Override
    public ResourceInventory inventory() {
        return inventory;
    }

    @Override
    public Optional<AccountDirectory> directory() {
        return Optional.empty();
    }

    @Override
    public Optional<CreatorLog> creators() {
        return Optional.empty();
    }

    @Override
    public void close() {
        inventory.close();
        api.close();
    }
}
