package io.tagcompliance.server.transport.modern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.transport.FrontEnd;
import io.tagcompliance.server.transport.Incoming;
import io.tagcompliance.server.transport.JsonRpc;
import io.tagcompliance.server.transport.Outlet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Revision 2026-07-28: no handshake, no session; each request says in its {@code _meta} what there is to know of the
 * client. Safe for many threads.
 */
public final class ModernFrontEnd implements FrontEnd {
    private static final Logger LOG = LoggerFactory.getLogger(ModernFrontEnd.class);

    private final Methods methods;

    public ModernFrontEnd(Offer offer) {
        this.methods = new Methods(offer);
    }

    @Override
    public Runnable take(Incoming.Request request, Outlet outlet) {
        return () -> outlet.answer(answer(request, outlet).toString());
    }

    /** The client has nothing to tell but that it cancels, and that the connection handles. */
    @Override
    public void take(Incoming.Notification notification) {}

    /** What is wrong with a request, as far as that can be told before anything is done for it. */
    public Optional<RpcException> refusal(Incoming.Request request) {
        try {
            RequestMeta.of(request.params());
            methods.require(request.method());
            return Optional.empty();
        } catch (RpcException refused) {
            return Optional.of(refused);
        }
    }

    /**
     * Answers a request, whatever it is, with a message that holds a result or an error.
     *
     * @param notifications where notifications go that belong to the request
     */
    public ObjectNode answer(Incoming.Request request, Outlet notifications) {
        JsonNode id = request.id();
        try {
            RequestMeta meta = RequestMeta.of(request.params());
            return JsonRpc.result(id, methods.call(request, meta, notifications));
        } catch (RpcException refused) {
            return JsonRpc.error(id, refused);
        } catch (InterruptedException cancelled) {
            return JsonRpc.error(id, new RpcException(RpcException.INTERNAL_ERROR, "the request was cancelled"));
        } catch (RuntimeException bug) {
            LOG.error("a request could not be answered", bug);
            return JsonRpc.error(id, RpcException.mistakeOfTheProgram());
        }
    }
}
