package io.tagcompliance.server.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thing that clients see in a list and ask for: a tool, a resource, a template of resources or a prompt.
 *
 * @param key        its name or URI: what a client asks for it by
 * @param definition as it stands in the list; made when it is first listed
 * @param handler    answers who asks for it
 * @param completer  completes the values of its arguments
 */
public record Entry(String key, Supplier<ObjectNode> definition, Handler handler, Completer completer) {
    private static final Logger LOG = LoggerFactory.getLogger(Entry.class);

    /** One whose arguments nobody completes. */
    public Entry(String key, Supplier<ObjectNode> definition, Handler handler) {
        this(key, definition, handler, Completer.NOTHING);
    }

    /**
     * Answers, and keeps what goes wrong inside from who asked.
     *
     * @throws RpcException         where the protocol has an error for what is wrong
     * @throws InterruptedException where who asked is gone
     */
    public Outcome answer(ObjectNode arguments, Exchange exchange) throws InterruptedException {
        try {
            return handler.answer(arguments, exchange);
        } catch (RpcException refused) {
            throw refused;
        } catch (RuntimeException bug) {
            throw mistake(bug);
        }
    }

    /**
     * Completes the value of an argument.
     *
     * @throws RpcException where that fails
     */
    public Completion complete(Completer.Question question) {
        try {
            return Completion.of(completer.complete(question));
        } catch (RuntimeException bug) {
            throw mistake(bug);
        }
    }

    private RpcException mistake(RuntimeException bug) {
        LOG.error("{} failed", key, bug);
        return RpcException.mistakeOfTheProgram();
    }
}
