package io.batchwright.sandbox.internal;

/** What the ids of one kind look like: a prefix and so many digits. */
public record IdForm(String prefix, Alphabet alphabet, int digits) {}
