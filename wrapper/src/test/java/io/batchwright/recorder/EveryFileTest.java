package io.batchwright.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsOptions;
import io.batchwright.ResultsSummary;
import io.batchwright.contract.Subject;
import io.batchwright.contract.Subjects;
import io.batchwright.contract.TestBed;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records each sample file as read by every provider: as results in each order, and as requests
 * that are validated and, if valid, sent. The property {@code recorder.files} names more folders.
 */
@EnabledIfSystemProperty(named = "recorder.folder", matches = ".+")
class EveryFileTest {
  private static final Path EXTRAS = Path.of("..", "extras");
  private static final Pattern ID =
      Pattern.compile("\"(?:custom_id|key)\"\\s*:\\s*\"([^\"\\\\]*)\"");

  static List<Arguments> files() throws IOException {
    List<Path> folders =
        new ArrayList<>(List.of(EXTRAS.resolve("examples/data"), EXTRAS.resolve("fuzz/seeds")));
    String more = System.getProperty("recorder.files", "");
    Stream.of(more.split(File.pathSeparator))
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .forEach(folders::add);
    List<Arguments> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> found = Files.walk(folder)) {
        found
            .filter(Files::isRegularFile)
            .sorted()
            .map(file -> Arguments.of(folder.getFileName() + "/" + folder.relativize(file), file))
            .forEach(files::add);
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadByEveryProvider(String name, Path file, @TempDir Path folder) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    List<String> ids = ID.matcher(text).results().map(id -> id.group(1)).distinct().toList();
    for (String provider : Subjects.ALL.keySet()) {
      Recording.nameTest("files / " + name + " / " + provider);
      Subject subject = Objects.requireNonNull(Subjects.ALL.get(provider));
      try (TestBed bed = new TestBed(subject)) {
        Reader reader = new Reader(bed, subject, file);
        reader.readInEachOrder(ids, folder.resolve(provider));
        reader.readAsRequests(ids);
        assertThat(bed.recording().size()).isGreaterThan(6);
      }
    }
  }

  private record Reader(TestBed bed, Subject subject, Path file) {
    /** Runs code that may fail, depending on the file; its exception is recorded. */
    private void attempt(String what, Runnable call) {
      try {
        call.run();
      } catch (RuntimeException e) {
        bed.recording().add(what + " failed with " + Printed.of(e));
      }
    }

    void readInEachOrder(List<String> ids, Path copy) {
      List<String> backwards =
          IntStream.range(0, ids.size()).mapToObj(i -> ids.get(ids.size() - 1 - i)).toList();
      attempt("as delivered", () -> readAll(bed.recording().results(open()), ids));
      attempt(
          "by numeric key",
          () -> list("by numeric key", ResultsOptions.defaults().withNumericOrder()));
      attempt(
          "in order",
          () -> list("in order", ResultsOptions.defaults().withOrderOf(everySecond(backwards))));
      attempt(
          "saving",
          () -> {
            try (BatchResults results = open()) {
              long lines = results.saveTo(copy);
              bed.recording().add("saved " + lines + " " + Printed.of(Files.readAllBytes(copy)));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }

    private BatchResults open() {
      return subject.readResults(file);
    }

    private void readAll(BatchResults results, List<String> ids) {
      try (results) {
        ResultsAudit audit = new ResultsAudit(everySecond(ids));
        ResultsSummary summary = new ResultsSummary();
        for (BatchResult result : results) {
          audit.add(result);
          summary.add(result);
          if (result instanceof BatchResult.Succeeded ok) {
            attempt("decoding", () -> bed.recording().add("decoded " + model(ok)));
          }
        }
        bed.recording().add("counted " + Printed.of(audit) + Printed.of(summary));
      }
    }

    private String model(BatchResult.Succeeded result) {
      return Printed.of(result.decode(subject.responseModel()).toString());
    }

    private void list(String order, ResultsOptions ordering) {
      List<String> read = new ArrayList<>();
      try (BatchResults results = subject.readResults(file, ordering)) {
        results.forEach(result -> read.add(result.toString()));
      }
      bed.recording().add(order + " " + read);
    }

    void readAsRequests(List<String> ids) {
      OkHttpClient network =
          new OkHttpClient.Builder().addInterceptor(new SentBodies(bed.recording())).build();
      BatchClient client = bed.client(bed.builder().okHttpClient(network));
      BatchInput all = BatchInput.ofFile(file);
      for (BatchInput input : List.of(all, all.only(everySecond(ids)))) {
        attempt(
            "requests",
            () -> {
              if (client.validate(input).problemCount() == 0) {
                client.submit(input);
              }
            });
      }
    }

    private static List<String> everySecond(List<String> ids) {
      return IntStream.range(0, ids.size()).filter(i -> i % 2 == 0).mapToObj(ids::get).toList();
    }
  }
}
