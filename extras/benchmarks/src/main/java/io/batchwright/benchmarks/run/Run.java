package io.batchwright.benchmarks.run;

import com.google.gson.JsonObject;

/**
 * One measurement.
 *
 * @param scenario what was measured
 * @param round in which round, from 1
 * @param outcome how it ended
 * @param detail why it ended badly, or ""
 * @param figures what was measured
 */
public record Run(String scenario, int round, Outcome outcome, String detail, JsonObject figures) {}
