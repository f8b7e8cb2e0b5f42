package io.batchwright.benchmarks.run;

import com.google.gson.JsonObject;

/**
 * One measurement.
 *
 * @param scenario the scenario
 * @param round the round, from 1
 * @param outcome the outcome
 * @param detail the reason of a failure, or ""
 * @param figures the measured figures
 */
public record Run(String scenario, int round, Outcome outcome, String detail, JsonObject figures) {}
