package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.server.tool.CallContext.Room;
import java.nio.charset.StandardCharsets;

/** Nobody makes a cursor by chance: whatever a text is, it is refused in the same words. */
class CursorsFuzzTest {
    private static final Cursors CURSORS = new Cursors();
    private static final CallContext CONTEXT = new CallContext("caller", "question", Patience.UNLIMITED, Room.MODEL);

    @FuzzTest(maxDuration = "1m")
    void a_text_that_was_not_sealed_here_is_refused(byte[] bytes) {
        String cursor = new String(bytes, StandardCharsets.UTF_8);
        try {
            Cursors.Position position = CURSORS.open("tool", CONTEXT, cursor);
            assertThat(position).as("a cursor that nobody made").isNull();
        } catch (RefusalException refused) {
            assertThat(refused.code()).isEqualTo(RefusalException.Code.CURSOR_EXPIRED);
        }
    }
}
