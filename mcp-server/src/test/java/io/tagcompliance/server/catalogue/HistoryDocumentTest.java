package io.tagcompliance.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.offer.Exchange;
import io.tagcompliance.server.offer.Outcome;
import io.tagcompliance.server.offer.RpcException;
import io.tagcompliance.server.tool.Conversation;
import io.tagcompliance.server.tool.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history is of the estate, whoever checked it; what a caller asked and was answered is nobody else's. */
class HistoryDocumentTest {
    private static final String HISTORY = "compliance://history";

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private Conversation conversation;

    @BeforeEach
    void check() {
        conversation = Conversation.withDemo(directory);
        conversation.call("check_tag_compliance", "{\"limit\":3}");
        conversation.call("check_tag_compliance", "{\"filters\":{\"account_ids\":[\"104729000022\"]}}");
    }

    @AfterEach
    void leave() {
        conversation.close();
    }

    /** Somebody who reads a resource. */
    private record Reader(String caller, String target) implements Exchange {
        @Override
        public void tell(Progress progress) {
            // Reading a resource is no long work.
        }

        @Override
        public boolean offers(String capability) {
            return false;
        }

        @Override
        public Optional<ObjectNode> answers() {
            return Optional.empty();
        }

        @Override
        public Optional<String> state() {
            return Optional.empty();
        }
    }

    private ObjectNode read(String caller, String uri) throws InterruptedException {
        Outcome outcome =
                conversation.offer().resource(uri).orElseThrow().answer(Json.object(), new Reader(caller, uri));
        ObjectNode document = (ObjectNode) ProgramRun.parse(
                ((Outcome.Complete) outcome).result().at("/contents/0/text").asText());
        document.remove("correlation_id");
        return document;
    }

    @Test
    void every_caller_reads_the_history_of_the_whole_estate() throws InterruptedException {
        ObjectNode mine = read(Exchange.LOCAL_CALLER, HISTORY);
        ObjectNode bobs = read("bob", HISTORY);

        assertThat(mine.path("history")).hasSize(1);
        assertThat(bobs).isEqualTo(mine);
    }

    @Test
    void r36_what_another_caller_asked_for_and_was_answered_is_not_in_it() throws InterruptedException {
        assertThat(read("bob", HISTORY).toString()).doesNotContain("104729000022", "arn:", "next_cursor\":\"");
        assertThat(read(Exchange.LOCAL_CALLER, "compliance://latest").toString())
                .contains("104729000022");
        assertThatThrownBy(() -> read("bob", "compliance://latest")).isInstanceOf(RpcException.class);
    }

    @Test
    void who_reads_it_is_recorded() throws Exception {
        read("bob", HISTORY);

        try (Connection trail = DriverManager.getConnection(
                        "jdbc:sqlite:" + directory.resolve("data").resolve("audit.db"));
                Statement statement = trail.createStatement()) {
            assertThat(statement
                            .executeQuery(
                                    "SELECT group_concat(caller) FROM record WHERE tool = 'get_violation_history'")
                            .getString(1))
                    .isEqualTo("bob");
        }
    }
}
