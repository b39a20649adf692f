package io.tagcompliance.aws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One page of a listing, and where the next one is. */
record Page<T>(List<T> items, Token next) {
    Page {
        items = List.copyOf(items);
    }

    static <T> Page<T> of(List<T> items, @Nullable String next) {
        return new Page<>(items, Token.of(next));
    }

    /** A page of services that say apart from the token whether it is the last one. */
    static <T> Page<T> of(List<T> items, @Nullable String next, @Nullable Boolean more) {
        return new Page<>(items, Boolean.TRUE.equals(more) ? Token.of(next) : Token.NONE);
    }

    /** The only page. */
    static <T> Page<T> only(List<T> items) {
        return new Page<>(items, Token.NONE);
    }

    /** Asks for one page. */
    @FunctionalInterface
    interface Call<T> {
        Page<T> at(Token token);
    }

    /**
     * Reads a listing to its end. An empty page with a token is no end; a token that comes again would be no end ever.
     */
    static <T> void readAll(Operation operation, Call<T> call, Consumer<Page<T>> taker) {
        Set<Token> seen = new HashSet<>();
        Token token = Token.NONE;
        do {
            Page<T> page = call.at(token);
            taker.accept(page);
            token = page.next();
            if (!token.isNone() && !seen.add(token)) {
                throw AwsFailures.brokenPaging(operation);
            }
        } while (!token.isNone());
    }

    /** All items of a short listing within another call. */
    static <T> List<T> all(Operation operation, Call<T> call) {
        List<T> items = new ArrayList<>();
        readAll(operation, call, page -> items.addAll(page.items()));
        return items;
    }
}
