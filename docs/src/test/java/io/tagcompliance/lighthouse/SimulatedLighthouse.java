package io.tagcompliance.lighthouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.ContractEstate;
import io.tagcompliance.testkit.SimulatedCloud;
import io.tagcompliance.testkit.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A Lighthouse of the test's own, with the estate of the contract, on a free port of this machine. */
final class SimulatedLighthouse implements SimulatedCloud {
    private static final String TOKEN = "t0ken-0f-the-l1ghth0use";
    private static final int PAGE = 10;

    private final List<Resource> estate = ContractEstate.in(new LighthouseShape());
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();
    private final AtomicInteger callsToRefuse = new AtomicInteger();
    private final HttpServer server;
    private final LighthouseCloud cloud;

    SimulatedLighthouse() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        cloud = new LighthouseCloud(new LighthouseApi(address, TOKEN));
    }

    @Override
    public ResourceInventory inventory() {
        return cloud.inventory();
    }

    @Override
    public List<Resource> estate() {
        return estate;
    }

    @Override
    public ResourceType foreignType() {
        return new ResourceType("lighthouse:tower");
    }

    @Override
    public ResourceId absentId() {
        return new ResourceId(LighthouseCloud.CLOUD, "lighthouse://harbour/north/lamp/none");
    }

    @Override
    public String secret() {
        return TOKEN;
    }

    @Override
    public void inflict(Trouble trouble) {
        if (impossible().contains(trouble.getClass())) {
            throw new UnsupportedOperationException("Lighthouse gives the tags with the resource, or neither");
        }
        troubles.add(trouble);
        if (trouble instanceof Trouble.Throttled throttled) {
            callsToRefuse.set(throttled.calls());
        }
    }

    @Override
    public Set<Class<? extends Trouble>> impossible() {
        return Set.of(Trouble.TagsDenied.class);
    }

    @Override
    public void close() {
        cloud.close();
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        Map<String, String> asked = asked(call.getRequestURI());
        int refusal = refusal(asked);
        List<Resource> found = refusal == 200 ? found(call, asked) : List.of();
        String body = call.getRequestURI().getPath().equals("/accounts")
                ? "harbour"
                : found.stream().map(SimulatedLighthouse::line).collect(Collectors.joining("\n"));
        int status = asked.containsKey("id") && refusal == 200 && found.isEmpty() ? 404 : refusal;
        byte[] bytes = (status == 200 ? body : "refused, token " + TOKEN).getBytes(UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    /** The status with which a trouble answers; 200 where none does. */
    private int refusal(Map<String, String> asked) {
        if (troubles.contains(new Trouble.Stalled())) {
            stall();
        }
        if (troubles.contains(new Trouble.CredentialsExpired())) {
            return 401;
        }
        if (callsToRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return 429;
        }
        boolean denied = troubles.stream().anyMatch(trouble -> switch (trouble) {
            case Trouble.RegionDenied(Region region) -> region.text().equals(asked.get("region"));
            case Trouble.LookupDenied(ResourceId id) -> id.text().equals(asked.get("id"));
            default -> false;
        });
        return denied ? 403 : 200;
    }

    private static void stall() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Resource> found(HttpExchange call, Map<String, String> asked) {
        List<Resource> matching = estate.stream()
                .filter(resource -> asked.containsKey("id")
                        ? resource.id().text().equals(asked.get("id"))
                        : resource.type().name().equals(asked.get("type"))
                                && resource.location().region().text().equals(asked.get("region")))
                .toList();
        int from = Integer.parseInt(asked.getOrDefault("after", "0"));
        int to = Math.min(matching.size(), from + PAGE);
        if (to < matching.size()) {
            int next = troubles.contains(new Trouble.PagesRepeat()) ? PAGE : to;
            call.getResponseHeaders().add("Next", String.valueOf(next));
        }
        return matching.subList(from, to);
    }

    private static Map<String, String> asked(URI uri) {
        Map<String, String> asked = new HashMap<>();
        for (String pair : Objects.requireNonNullElse(uri.getRawQuery(), "").split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                asked.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
            }
        }
        return asked;
    }

    private static String line(Resource resource) {
        List<String> fields = new ArrayList<>(List.of(
                resource.id().text(),
                resource.type().name(),
                resource.location().account().text(),
                resource.location().region().text(),
                resource.name()));
        ((TagReading.Known) resource.tags()).tags().asMap().forEach((key, value) -> fields.addAll(List.of(key, value)));
        return fields.stream().map(field -> URLEncoder.encode(field, UTF_8)).collect(Collectors.joining(","));
    }
}
