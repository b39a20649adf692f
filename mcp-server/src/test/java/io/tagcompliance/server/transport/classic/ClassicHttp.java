package io.tagcompliance.server.transport.classic;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.tagcompliance.server.offer.Offer;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.util.List;

/** The classic era over HTTP, through the SDK's own servlet. What reaches it is well-formed. */
public final class ClassicHttp {
    /** The revisions that it speaks, oldest first. */
    public static final List<String> REVISIONS = StdioSession.REVISIONS;

    private static final Duration SWEEP = Duration.ofMinutes(5);

    private ClassicHttp() {}

    public static HttpServlet of(Offer offer) {
        HttpServletStreamableServerTransportProvider provider = provider(offer);
        specification(offer, provider).build();
        return provider;
    }

    /** With what is deprecated too: clients of the suite ask for logging, sampling and subscriptions. */
    public static HttpServlet withDeprecated(Offer offer) {
        HttpServletStreamableServerTransportProvider provider = provider(offer);
        DeprecatedFixtures.in(specification(offer, provider), new ClassicOffer(offer, new ObjectMapper()))
                .build();
        return provider;
    }

    private static HttpServletStreamableServerTransportProvider provider(Offer offer) {
        return HttpServletStreamableServerTransportProvider.builder()
                .jsonMapper(new OrderedJson(new ObjectMapper(), offer))
                .mcpEndpoint("/mcp")
                .sessionSweepInterval(SWEEP)
                .build();
    }

    private static SyncSpecification<?> specification(
            Offer offer, HttpServletStreamableServerTransportProvider provider) {
        ObjectMapper mapper = new ObjectMapper();
        return new ClassicOffer(offer, mapper)
                .over(McpServer.sync(provider).jsonMapper(new OrderedJson(mapper, offer)));
    }
}
