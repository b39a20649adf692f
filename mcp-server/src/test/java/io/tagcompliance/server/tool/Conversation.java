package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.ProgramRun;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.guard.Call;
import io.tagcompliance.server.guard.Reply;
import io.tagcompliance.server.offer.Offer;
import io.tagcompliance.server.settings.RawSettings;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.settings.Settings;
import java.nio.file.Path;
import java.util.Map;

/** Several calls of one running program, as a client makes them. */
public final class Conversation implements AutoCloseable {
    private final Wiring wiring;

    private Conversation(Wiring wiring) {
        this.wiring = wiring;
    }

    /** With a program over the demo. */
    public static Conversation withDemo(Path directory) {
        return with(
                Map.of(
                        Setting.CLOUDS,
                        "demo",
                        Setting.DATA_DIR,
                        directory.resolve("data").toString()),
                directory);
    }

    /** With a program that is set like that. */
    public static Conversation with(Map<Setting, String> flags, Path directory) {
        Map<String, String> environment = Map.of("HOME", directory.toString());
        RawSettings raw = RawSettings.read(flags, environment, directory);
        return new Conversation(Wiring.of(Settings.of(raw, environment)));
    }

    public JsonNode call(String tool, String arguments) {
        return reply(tool, arguments).structured();
    }

    public Reply reply(String tool, String arguments) {
        Call call = new Call(
                tool,
                ProgramRun.parse(arguments),
                "local",
                CallContext.Room.MODEL,
                Call.Wait.TO_THE_DEADLINE,
                progress -> {});
        return wiring.guard().call(call).orElseThrow();
    }

    /** What clients of this program are offered. */
    public Offer offer() {
        return wiring.offer("test");
    }

    @Override
    public void close() {
        wiring.close();
    }
}
