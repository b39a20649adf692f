package io.tagcompliance.core.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one resource at a time, which are numbered when they are asked for. Confined to one thread. */
final class BatchValues implements NumberedValues {
    private final int most;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> current = new ArrayList<>();

    /** @param most how many are numbered; the others get negative numbers, by their position */
    BatchValues(int most) {
        this.most = most;
    }

    /** The next resource comes. */
    void clear() {
        current.clear();
    }

    /** Adds its next value. */
    void add(String value) {
        current.add(value);
    }

    @Override
    public int valueOf(int row, int position) {
        String value = current.get(position);
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        if (numbers.size() >= most) {
            return -1 - position;
        }
        numbers.put(value, texts.size());
        texts.add(value);
        return texts.size() - 1;
    }

    @Override
    public String text(int value) {
        return value < 0 ? current.get(-1 - value) : texts.get(value);
    }
}
