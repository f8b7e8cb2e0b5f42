package io.batchwright.providers;

import java.net.URL;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/**
 * The jars that OkHttp's classes are in. Maven keeps both okhttp 4 and okhttp-jvm 5, since it
 * cannot know that they hold the same classes; which class then comes from which is luck.
 */
final class OkHttpJars {
  private static final String CLASS = "okhttp3/OkHttpClient.class";

  private static volatile boolean one;

  private OkHttpJars() {}

  /**
   * Requires that OkHttp is on the class path once.
   *
   * @throws IllegalStateException if it is not; the message names the jars and the cure
   */
  static void requireOne() {
    if (one) {
      return;
    }
    ClassLoader loader = OkHttpClient.class.getClassLoader();
    Set<String> places = places(loader);
    // What a container has for itself is not mixed with what the application brings.
    ClassLoader parent = loader.getParent();
    if (parent != null) {
      places.removeAll(places(parent));
    }
    if (places.size() > 1) {
      throw new IllegalStateException(
          "OkHttp is on the class path more than once: "
              + places.stream().map(OkHttpJars::jar).collect(Collectors.joining(" and "))
              + ". Exclude all but one. To use OkHttp 5 with Maven, manage com.squareup.okhttp3:okhttp"
              + " to the version of okhttp-jvm: that jar is empty. docs/compatibility.md has the lines");
    }
    one = true;
  }

  private static Set<String> places(ClassLoader loader) {
    return loader
        .resources(CLASS)
        .map(URL::toString)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns the name of the jar or folder, without the path to it. */
  private static String jar(String place) {
    String file = place.substring(0, place.length() - CLASS.length() - 1);
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.endsWith("!") ? name.substring(0, name.length() - 1) : name;
  }
}
