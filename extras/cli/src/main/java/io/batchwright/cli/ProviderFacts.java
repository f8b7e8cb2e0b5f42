package io.batchwright.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.batchwright.Capability;
import io.batchwright.ProviderLimits;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a provider takes and can do, known without asking it.
 *
 * @param provider which
 * @param limits what one batch may hold
 * @param capabilities what it can do of what not every provider can
 */
record ProviderFacts(Provider provider, ProviderLimits limits, Set<Capability> capabilities) {
  static ProviderFacts of(Provider provider) {
    try (Connection nowhere = Connection.offline(provider)) {
      return new ProviderFacts(
          provider, nowhere.client().limits(), nowhere.client().capabilities());
    }
  }

  /** Returns the facts by name, for people; names and order are the same for every provider. */
  Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("key", String.join(" or ", provider.keyVariables()));
    named.put("requests", knowsMostRequests() ? number(limits.maxRequests()) : "not documented");
    named.put("bytes", number(limits.maxBytes()));
    named.put("custom id", limits.customIdRule());
    named.put("one model", yesOrNo(limits.oneModel()));
    named.put("completion window", window());
    for (Capability capability : Capability.values()) {
      named.put(capability.name(), yesOrNo(capabilities.contains(capability)));
    }
    return named;
  }

  private boolean knowsMostRequests() {
    return limits.maxRequests() != ProviderLimits.UNKNOWN_MAX_REQUESTS;
  }

  private String window() {
    String shortest = DurationConverter.text(limits.shortestWindow());
    String longest = DurationConverter.text(limits.longestWindow());
    return shortest.equals(longest) ? shortest : shortest + " to " + longest;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }

  JsonObject json() {
    JsonObject object = new JsonObject();
    object.addProperty("provider", provider.toString());
    JsonArray keys = new JsonArray();
    provider.keyVariables().forEach(keys::add);
    object.add("key_variables", keys);
    object.addProperty("max_requests", knowsMostRequests() ? limits.maxRequests() : null);
    object.addProperty("max_bytes", limits.maxBytes());
    object.addProperty("custom_id", limits.customIdRule());
    object.addProperty("one_model", limits.oneModel());
    object.addProperty("shortest_window_seconds", limits.shortestWindow().toSeconds());
    object.addProperty("longest_window_seconds", limits.longestWindow().toSeconds());
    JsonArray can = new JsonArray();
    Arrays.stream(Capability.values())
        .filter(capabilities::contains)
        .forEach(capability -> can.add(capability.name().toLowerCase(Locale.ROOT)));
    object.add("capabilities", can);
    return object;
  }
}
