package io.tagcompliance.core.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sequence of keys, and those that are longer by one: most go on as the one before did. Confined to one thread. */
final class KeyNode {
    private final int number;
    private final List<String> keys;
    private final Map<String, KeyNode> longer = new HashMap<>();
    private String lastKey = "";
    private Optional<KeyNode> last = Optional.empty();

    private KeyNode(int number, List<String> keys) {
        this.number = number;
        this.keys = keys;
    }

    /** The sequence of no keys. */
    static KeyNode root() {
        return new KeyNode(0, List.of());
    }

    int number() {
        return number;
    }

    List<String> keys() {
        return keys;
    }

    /** The one that has this key more, if there is one yet. */
    Optional<KeyNode> after(String key) {
        if (last.isEmpty() || !lastKey.equals(key)) {
            lastKey = key;
            last = Optional.ofNullable(longer.get(key));
        }
        return last;
    }

    /** Makes the one that has this key more. */
    KeyNode add(String key, int itsNumber) {
        List<String> more = new ArrayList<>(keys);
        more.add(key);
        KeyNode node = new KeyNode(itsNumber, more);
        longer.put(key, node);
        return node;
    }
}
