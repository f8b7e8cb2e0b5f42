package io.batchwright.providers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.anthropic.Anthropic;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OkHttpJarsTest {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  @TempDir private Path dir;

  @Test
  void buildFailsWithTheNamesOfBothJarsAndTheCure() throws Exception {
    try (URLClassLoader loader = application(jarWithOkHttp("okhttp-jvm-9.9.9.jar"))) {
      assertThatThrownBy(() -> build(loader))
          .hasRootCauseInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage(
              "OkHttp is on the class path more than once: "
                  + fileName(OkHttpClient.class)
                  + " and okhttp-jvm-9.9.9.jar. Exclude all but one. To use OkHttp 5 with Maven, manage"
                  + " com.squareup.okhttp3:okhttp to the version of okhttp-jvm: that jar is empty."
                  + " docs/compatibility.md has the lines");
    }
  }

  @Test
  void anApplicationMayBringAnOkHttpThatItsContainerHasToo() throws Exception {
    URL[] containers = {jarWithOkHttp("okhttp-9.9.9.jar")};
    try (URLClassLoader container = new URLClassLoader(containers, PLATFORM);
        URLClassLoader application = new ChildFirst(classPath(), container)) {
      assertThatCode(() -> build(application).close()).doesNotThrowAnyException();
    }
  }

  /** Builds a client with the classes of a loader. */
  private static AutoCloseable build(ClassLoader loader) throws Exception {
    Class<?> entry = Class.forName(Anthropic.class.getName(), true, loader);
    Object builder = entry.getMethod("builder").invoke(null);
    builder.getClass().getMethod("apiKey", String.class).invoke(builder, "sk-test");
    return (AutoCloseable) builder.getClass().getMethod("build").invoke(builder);
  }

  private URL jarWithOkHttp(String name) throws IOException {
    Path jar = dir.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("okhttp3/OkHttpClient.class"));
    }
    return jar.toUri().toURL();
  }

  private static URLClassLoader application(URL more) throws IOException {
    List<URL> urls = new ArrayList<>(List.of(classPath()));
    urls.add(more);
    return new URLClassLoader(urls.toArray(URL[]::new), PLATFORM);
  }

  private static URL[] classPath() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static String fileName(Class<?> type) {
    String place = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    return place.substring(place.lastIndexOf('/') + 1);
  }

  /** Loads its own classes first, then its parent's, as web containers do. */
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("okhttp3.") || name.startsWith("io.batchwright.")) {
        synchronized (getClassLoadingLock(name)) {
          Class<?> loaded = findLoadedClass(name);
          return loaded == null ? findClass(name) : loaded;
        }
      }
      return super.loadClass(name, resolve);
    }
  }
}
