package io.tagcompliance.core.resource;

/** Sorts numbers of rows by merging, which costs next to nothing where they come in runs that are in order already. */
final class RowSort {
    private static final int FEW = 8;

    private final int[] rows;
    private final int[] aside;
    private final Order order;

    RowSort(int[] rows, Order order) {
        this.rows = rows;
        this.aside = new int[(rows.length + 1) >>> 1];
        this.order = order;
    }

    /** Which of two rows comes first. */
    @FunctionalInterface
    interface Order {
        int compare(int row, int other);
    }

    void sort(int from, int to) {
        if (to - from <= FEW) {
            insert(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(from, middle);
        sort(middle, to);
        if (order.compare(rows[middle - 1], rows[middle]) > 0) {
            merge(from, middle, to);
        }
    }

    private void insert(int from, int to) {
        for (int next = from + 1; next < to; next++) {
            int row = rows[next];
            int at = next;
            while (at > from && order.compare(rows[at - 1], row) > 0) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
    }

    private void merge(int from, int middle, int to) {
        int left = middle - from;
        System.arraycopy(rows, from, aside, 0, left);
        int at = from;
        int taken = 0;
        int right = middle;
        while (taken < left && right < to) {
            rows[at++] = order.compare(aside[taken], rows[right]) <= 0 ? aside[taken++] : rows[right++];
        }
        System.arraycopy(aside, taken, rows, at, left - taken);
    }
}
