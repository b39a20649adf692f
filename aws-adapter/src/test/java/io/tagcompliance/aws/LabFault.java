package io.tagcompliance.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What becomes of an answer on its way. */
@FunctionalInterface
interface LabFault {
    LabFault NONE = (call, answer, exchange) -> send(exchange, answer);
    LabFault DENIED = (call, answer, exchange) -> send(exchange, LabAnswer.denied(call));
    LabFault THROTTLED = (call, answer, exchange) -> send(exchange, LabAnswer.throttled(call));
    LabFault EXPIRED = (call, answer, exchange) -> send(exchange, LabAnswer.expired(call, AwsLab.SECRET));
    LabFault BAD_GATEWAY = (call, answer, exchange) -> send(exchange, new LabAnswer(502, "<html>", answer.headers()));
    LabFault EMPTY = (call, answer, exchange) -> send(exchange, answer.withText(""));
    LabFault WEB_PAGE = (call, answer, exchange) -> send(exchange, answer.withText("<!DOCTYPE html><html/>"));

    /** Well-formed, which a parser reads as an answer that has nothing in it. */
    LabFault OTHER_XML = (call, answer, exchange) -> send(exchange, answer.withText("<?xml version=\"1.0\"?><x/>"));

    /** What something that isn't AWS says of a path that it doesn't know. */
    LabFault BARE_404 = (call, answer, exchange) -> send(exchange, new LabAnswer(404, "<html>", Map.of()));

    LabFault RESET = (call, answer, exchange) -> exchange.close();

    /** Ends in the middle, in good order: only the reader of the text can know. */
    LabFault CUT_TEXT = (call, answer, exchange) -> send(
            exchange, answer.withText(answer.text().substring(0, answer.text().length() / 2)));

    /** Ends in the middle of what was announced. */
    LabFault CUT_BODY = (call, answer, exchange) -> {
        byte[] body = answer.bytes();
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
        exchange.getResponseBody().flush();
        exchange.close();
    };

    LabFault STALLED = (call, answer, exchange) -> {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException closing) {
            exchange.close();
        }
    };

    void answer(LabCall call, LabAnswer answer, HttpExchange exchange) throws IOException;

    /** This fault that many times, and then no more. */
    default LabFault times(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return (call, answer, exchange) -> (left.getAndDecrement() > 0 ? this : NONE).answer(call, answer, exchange);
    }

    static void send(HttpExchange exchange, LabAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = answer.bytes();
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
