/** Tables for spreadsheets and programs, written row by row, in which no text of strangers can do anything. */
@NullMarked
package io.tagcompliance.server.table;

import org.jspecify.annotations.NullMarked;
