package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.resource.Tags;

/** The values of one resource at a time, which are numbered when they are asked for. Confined to one thread. */
final class BatchValues implements NumberedValues {
    /** How many are numbered; of the others the number tells the place alone. */
    static final int MOST = 20_000;

    private final Numbering<String> numbers = new Numbering<>(MOST, String::equals);
    private Tags current = Tags.NONE;

    /** The values are those of the next resource. */
    void of(Tags tags) {
        current = tags;
    }

    /** The value at a position. */
    String textAt(int position) {
        return current.value(position);
    }

    @Override
    public int at(int index) {
        String value = current.value(index);
        int number = numbers.of(value, value.hashCode());
        return number == Numbering.NONE ? MOST + 1 + index : number;
    }

    @Override
    public String text(int value) {
        return isPlace(value) ? current.value(value - MOST - 1) : numbers.at(value);
    }

    @Override
    public boolean isPlace(int value) {
        return value > MOST;
    }
}
