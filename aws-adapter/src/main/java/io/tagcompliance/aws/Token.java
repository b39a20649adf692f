package io.tagcompliance.aws;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a listing goes on. Services say that there is no more by leaving it out or by an empty text. */
record Token(String text) {
    static final Token NONE = new Token("");

    static Token of(@Nullable String text) {
        return text == null ? NONE : new Token(text);
    }

    boolean isNone() {
        return text.isEmpty();
    }

    /** Puts it into a request, unless there is none. */
    void into(Consumer<String> field) {
        if (!isNone()) {
            field.accept(text);
        }
    }
}
