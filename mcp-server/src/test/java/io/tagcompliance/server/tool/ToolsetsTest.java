package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.ProgramRun.Setup;
import io.tagcompliance.server.guard.Audit;
import io.tagcompliance.server.guard.Call;
import io.tagcompliance.server.guard.CallGuard;
import io.tagcompliance.server.guard.GuardedTools;
import io.tagcompliance.server.guard.KeyedDigest;
import io.tagcompliance.server.guard.Reply;
import io.tagcompliance.server.handout.Handouts;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.tool.Permission.Access;
import io.tagcompliance.server.tool.RefusalException.Code;
import io.tagcompliance.server.transport.Messages;
import io.tagcompliance.server.transport.ModernMessages;
import io.tagcompliance.server.transport.stdio.StdioServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the operator switches off can't be called, whether it is listed or not. */
class ToolsetsTest {
    private static final Set<Toolset> ALL = Set.of(Toolset.values());

    @TempDir
    Path directory;

    private final AtomicInteger written = new AtomicInteger();

    @Test
    void today_s_tools_are_on_unless_somebody_chooses_otherwise() {
        assertThat(tools(new Permission(Toolset.DEFAULT, Access.READ_AND_WRITE)).names())
                .containsExactly(
                        "check_tag_compliance",
                        "find_untagged_resources",
                        "validate_resource_tags",
                        "suggest_tags",
                        "get_tagging_policy",
                        "cross_account_compliance_check",
                        "get_violation_history",
                        "detect_tag_drift",
                        "get_cost_attribution_gap",
                        "generate_compliance_report",
                        "export_violations_csv");
    }

    @Test
    void a_writing_tool_is_called_where_both_settings_allow_it() {
        assertThat(call(new Permission(ALL, Access.READ_AND_WRITE))).isInstanceOf(Reply.Answered.class);
        assertThat(written).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(Toolset.class)
    void read_only_beats_every_toolset_at_the_call(Toolset toolset) {
        Reply reply = call(new Permission(EnumSet.of(toolset, Toolset.REMEDIATION), Access.READ_ONLY));

        assertThat(((Reply.Refused) reply).code()).isEqualTo(Code.READ_ONLY);
        assertThat(written).hasValue(0);
    }

    @Test
    void a_toolset_that_is_off_is_refused_at_the_call_and_the_refusal_is_in_the_audit_trail() {
        Trail trail = new Trail();
        Reply reply = guard(new Permission(Toolset.DEFAULT, Access.READ_AND_WRITE), trail)
                .call(writing())
                .orElseThrow();

        assertThat(((Reply.Refused) reply).code()).isEqualTo(Code.TOOLSET_OFF);
        assertThat(reply.text()).contains("remediation");
        assertThat(written).hasValue(0);
        assertThat(trail.outcomes).containsExactly("toolset_off");
    }

    @Test
    void clients_of_both_eras_neither_see_nor_reach_a_writing_tool_on_a_server_that_only_reads() throws Exception {
        List<JsonNode> messages = serve(
                new Permission(ALL, Access.READ_ONLY),
                Messages.INITIALIZE,
                Messages.listTools(1),
                Messages.call(2, "write", "{}"),
                ModernMessages.request(3, "tools/list"),
                ModernMessages.call(4, "write", "{}"));

        assertThat(messages)
                .hasSize(5)
                .allSatisfy(message -> assertThat(message.toString()).doesNotContain("\"write\""));
        assertThat(messages.stream().filter(message -> message.has("error")))
                .extracting(message -> message.path("error").path("code").asInt())
                .containsExactly(-32602, -32602);
        assertThat(written).hasValue(0);
    }

    @Test
    void the_flags_set_both() {
        ProgramRun none = Setup.in(directory)
                .fed(List.of(ModernMessages.request(1, "tools/list")))
                .run("serve", "--demo", "--toolsets", "cost,remediation");
        ProgramRun reading = Setup.in(directory)
                .fed(List.of(ModernMessages.request(1, "tools/list")))
                .run("serve", "--demo", "--read-only");

        assertThat(none.answerTo(1)
                        .path("result")
                        .path("tools")
                        .valueStream()
                        .map(tool -> tool.path("name").asText()))
                .containsExactly("get_cost_attribution_gap");
        assertThat(reading.answerTo(1).path("result").path("tools")).hasSize(11);
    }

    @Test
    void r82_an_unknown_toolset_stops_the_start_with_the_nearest_name() {
        ProgramRun run = Setup.in(directory).run("serve", "--demo", "--toolsets", "remedation");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean remediation?").hasLineCount(1);
    }

    private Reply call(Permission permission) {
        return guard(permission, new Trail()).call(writing()).orElseThrow();
    }

    private static Call writing() {
        return new Call(
                "write", Json.object(), "local", CallContext.Room.MODEL, Call.Wait.TO_THE_DEADLINE, progress -> {});
    }

    private CallGuard guard(Permission permission, AuditTrail trail) {
        Audit audit = new Audit(trail, new KeyedDigest(() -> new byte[32]), Audit.Need.ALWAYS);
        return new CallGuard(tools(permission).with(Toolset.REMEDIATION, writer()), audit, Duration.ofSeconds(5));
    }

    private static ToolCatalogue tools(Permission permission) {
        return ToolCatalogue.over(
                        () -> {
                            throw new AssertionError("no estate is opened");
                        },
                        new Cursors(),
                        Handouts.in(Path.of("target", "handouts"), InstantSource.system()),
                        new KeyedDigest(() -> new byte[32])::of)
                .allowing(permission);
    }

    private Tool writer() {
        return new Tool(
                "write",
                "Write",
                "Writes",
                Parameters.of(),
                Written.class,
                new Tool.Hints(false, true, false, true),
                (arguments, context) -> {
                    written.incrementAndGet();
                    return new Tool.Answer(Json.object(), "written");
                });
    }

    private record Written() {}

    private List<JsonNode> serve(Permission permission, String... lines) throws InterruptedException {
        Offer offer = new Offer(
                new Offer.Product("test", "1", ""),
                new GuardedTools(guard(permission, new Trail())).entries(),
                List.of(),
                List.of(),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] input = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        new StdioServer(offer).serve(new ByteArrayInputStream(input), out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(ProgramRun::parse)
                .toList();
    }

    /** Keeps the outcomes. */
    private static final class Trail implements AuditTrail {
        private final List<String> outcomes = new ArrayList<>();

        @Override
        public void intent(Intent intent) {}

        @Override
        public void result(Result result) {
            outcomes.add(result.outcome());
        }

        @Override
        public Verification verify() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
