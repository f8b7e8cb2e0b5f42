package io.batchwright.sandbox.internal;

/** The format of one kind of id: a prefix and a number of digits. */
public record IdForm(String prefix, Alphabet alphabet, int digits) {}
