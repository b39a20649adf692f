package io.tagcompliance.server.transport.http;

import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.transport.classic.ClassicHttp;
import io.tagcompliance.server.transport.modern.ModernFrontEnd;
import jakarta.servlet.http.HttpServlet;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Both front ends over HTTP, on a port of the loopback interface. */
public final class McpMount implements AutoCloseable {
    public static final String PATH = "/mcp";

    private final Server server;
    private final ServerConnector connector;

    private McpMount(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    public static McpMount of(Offer offer) throws Exception {
        return of(offer, ClassicHttp.of(offer));
    }

    /** With a servlet of its own for the classic era. */
    public static McpMount of(Offer offer, HttpServlet classic) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setErrorHandler((request, response, callback) -> {
            callback.succeeded();
            return true;
        });
        ServletContextHandler context = new ServletContextHandler();
        context.setErrorHandler(server.getErrorHandler());
        server.setHandler(context);
        connector.open();
        ServletHolder holder = new ServletHolder(
                new McpServlet(new ModernFrontEnd(offer), classic, new Gate(connector.getLocalPort())));
        holder.setAsyncSupported(true);
        context.addServlet(holder, PATH);
        server.start();
        return new McpMount(server, connector);
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
