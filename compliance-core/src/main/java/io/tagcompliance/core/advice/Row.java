package io.tagcompliance.core.advice;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;

/** A resource of a scan, and which row it is: for what must not hold the scan itself. */
record Row(int number, Resource resource) {
    static Row of(ResourceColumns columns, int number) {
        return new Row(number, columns.get(number));
    }
}
