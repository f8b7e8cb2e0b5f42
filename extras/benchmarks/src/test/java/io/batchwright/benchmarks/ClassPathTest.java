package io.batchwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class ClassPathTest {
  /** okhttp 4 and okhttp-jvm 5 contain the same classes. */
  @Test
  void okHttpIsThereOnce() throws IOException {
    Map<String, List<String>> jarsByClass = new HashMap<>();
    for (String jar : System.getProperty("java.class.path", "").split(":", -1)) {
      if (!jar.endsWith(".jar")) continue;
      try (ZipFile zip = new ZipFile(jar)) {
        zip.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith("okhttp3/") && name.endsWith(".class"))
            .forEach(name -> jarsByClass.computeIfAbsent(name, n -> new ArrayList<>()).add(jar));
      }
    }
    assertThat(jarsByClass).containsKey("okhttp3/OkHttpClient.class");
    assertThat(jarsByClass).allSatisfy((name, jars) -> assertThat(jars).hasSize(1));
  }
}
