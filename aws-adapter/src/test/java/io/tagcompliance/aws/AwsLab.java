package io.tagcompliance.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/** An AWS of our own on loopback: the calls that the adapter makes, over a known estate, with faults at will. */
final class AwsLab implements AutoCloseable {
    static final String SECRET = "lab-secret-9f3c";

    private record Rule(Predicate<LabCall> calls, LabFault fault) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<LabCall> log = new CopyOnWriteArrayList<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final LabThrottle throttle = new LabThrottle();
    private final LabPaging paging = new LabPaging();
    private final LabOrganization organization = new LabOrganization();
    private final LabCosts costs = new LabCosts();
    private final LabExplorer explorer;
    private final LabXml xml;
    private final LabTypes types;

    AwsLab(LabEstate estate) {
        this(estate, HttpServer::create);
    }

    /** The same, with that certificate. */
    static AwsLab overTls(LabEstate estate, SSLContext certificate) {
        return new AwsLab(estate, (address, backlog) -> {
            HttpsServer server = HttpsServer.create(address, backlog);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate));
            return server;
        });
    }

    private interface Opening {
        HttpServer at(InetSocketAddress address, int backlog) throws IOException;
    }

    private AwsLab(LabEstate estate, Opening opening) {
        explorer = new LabExplorer(estate);
        xml = new LabXml(estate, paging);
        types = new LabTypes(estate, paging);
        try {
            server = opening.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** The product, pointed here and hurried up. */
    AwsCloud cloud(AwsSettings settings) {
        return AwsCloud.of(settings, connection());
    }

    Connection connection() {
        return connection(Rates.UNLIMITED);
    }

    /** The same at that pace. */
    Connection connection(Rates rates) {
        return LabConnection.to(URI.create("http://127.0.0.1:" + port()), rates);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Everything that was asked, in order of arrival, tries that failed included. */
    List<LabCall> calls() {
        return List.copyOf(log);
    }

    void forgetCalls() {
        log.clear();
    }

    /** From now on these calls go wrong. */
    void disturb(Predicate<LabCall> calls, LabFault fault) {
        rules.add(new Rule(calls, fault));
    }

    LabThrottle throttle() {
        return throttle;
    }

    LabOrganization organization() {
        return organization;
    }

    LabExplorer explorer() {
        return explorer;
    }

    LabCosts costs() {
        return costs;
    }

    LabPaging paging() {
        return paging;
    }

    private void handle(HttpExchange exchange) throws IOException {
        LabCall call = LabCall.of(exchange);
        log.add(call);
        if (throttle.refuses(call)) {
            LabFault.send(exchange, LabAnswer.throttled(call));
            return;
        }
        LabFault fault = rules.stream()
                .filter(rule -> rule.calls().test(call))
                .map(Rule::fault)
                .findFirst()
                .orElse(LabFault.NONE);
        fault.answer(call, answer(call), exchange);
    }

    private LabAnswer answer(LabCall call) {
        if (organization.answers(call)) {
            return organization.answer(call);
        }
        if (LabExplorer.answers(call)) {
            return explorer.answer(call);
        }
        if (LabTrail.answers(call)) {
            return LabTrail.answer(call);
        }
        if (LabCosts.answers(call)) {
            return costs.answer(call);
        }
        return types.answer(call).orElseGet(() -> xml.answer(call));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
