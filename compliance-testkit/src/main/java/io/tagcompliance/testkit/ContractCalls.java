package io.tagcompliance.testkit;

import io.tagcompliance.core.spi.AuditTrail.Entry;
import io.tagcompliance.core.spi.AuditTrail.Intent;
import io.tagcompliance.core.spi.AuditTrail.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The records that audit trails are tested with. */
final class ContractCalls {
    /** What does something in one store or another, or is easily changed on the way there. */
    static final List<String> AWKWARD = List.of(
            "'); DROP TABLE record; --",
            "\"; DELETE FROM record; /* ' */ \\' \\",
            "? :name $1 @p %s %% _ * ; -- # ``",
            "{\"a\":\"it''s\"} E'\\x41' $$body$$",
            "line\nbreak\r\ttab",
            " spaces around ",
            "",
            "Zürich → 東京 \uD83D\uDE00 \u202Eback\u200B",
            "null",
            "x".repeat(70_000));

    private ContractCalls() {}

    static List<Entry> calls(int count) {
        return calls("call", count);
    }

    /** The records of that many calls: two each. */
    static List<Entry> calls(String name, int count) {
        List<Entry> entries = new ArrayList<>();
        for (int call = 1; call <= count; call++) {
            String id = name + "-" + call;
            entries.add(new Intent(id, "local", "check_tag_compliance", "{\"cloud_provider\":\"aws\"}", "0badcafe"));
            entries.add(new Result(id, "ok", Duration.ofMillis(1_234)));
        }
        return entries;
    }

    static List<List<String>> texts(List<Entry> entries) {
        return entries.stream()
                .map(entry -> switch (entry) {
                    case Intent intent ->
                        List.of(
                                intent.correlationId(),
                                intent.caller(),
                                intent.tool(),
                                intent.arguments(),
                                intent.argumentsDigest());
                    case Result result -> List.of(result.correlationId(), result.outcome());
                })
                .toList();
    }
}
