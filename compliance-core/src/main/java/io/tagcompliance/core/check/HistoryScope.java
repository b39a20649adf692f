package io.tagcompliance.core.check;

import io.tagcompliance.core.history.Line;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names what is comparable: who looked at which part of which estate, by which policy. The same in every process. */
public final class HistoryScope {
    private HistoryScope() {}

    /** The line of checks by this reader, of what a filter lets through, by a policy. */
    public static Line line(ScanKey.Reader reader, ResourceFilter filter, TagPolicy policy) {
        return new Line(of(reader, filter), of(policy));
    }

    /** The name of a policy: another one for each that says anything else. */
    public static String of(TagPolicy policy) {
        return policy.header().version() + " " + digest(PolicyWriter.write(policy));
    }

    /** The scope of checks by this reader, of what a filter lets through. */
    public static String of(ScanKey.Reader reader, ResourceFilter filter) {
        Scope scope = filter.scope();
        return digest(String.join(
                "\n",
                reader.tenant(),
                reader.caller(),
                reader.estate(),
                sorted(scope.clouds()),
                sorted(scope.accounts()),
                sorted(scope.regions()),
                scope.types().stream().map(type -> type.folded()).sorted().collect(Collectors.joining(" ")),
                filter.groups().stream().map(ResourceGroup::name).sorted().collect(Collectors.joining(" ")),
                new TreeMap<>(filter.tags()).toString()));
    }

    private static String sorted(Collection<?> names) {
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
