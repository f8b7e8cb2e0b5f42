package io.batchwright.internal.results;

import java.util.regex.Pattern;

/** Gives ids their places among others. */
@FunctionalInterface
interface ResultOrder {
  /** Says that there is no order, so that all results stay as they were delivered. */
  long NONE = -1;

  /** Numbers that a key can hold. */
  Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  /** Ascending as numbers, if all ids are numbers. */
  ResultOrder NUMERIC = id -> DIGITS.matcher(id).matches() ? Long.parseLong(id) : NONE;

  /** Gives the key of an id, by which it is sorted, or {@link #NONE}. */
  long keyOf(String id);
}
