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

    /** @param most how many are numbered; of the others the number tells the place alone */
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

    /** The value at a position. */
    String textAt(int position) {
        return current.get(position);
    }

    @Override
    public int first(int row) {
        return 0;
    }

    @Override
    public int at(int index) {
        String value = current.get(index);
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        if (numbers.size() >= most) {
            return most + 1 + index;
        }
        numbers.put(value, texts.size());
        texts.add(value);
        return texts.size() - 1;
    }

    @Override
    public String text(int value) {
        return isPlace(value) ? current.get(value - most - 1) : texts.get(value);
    }

    @Override
    public boolean isPlace(int value) {
        return value > most;
    }
}
