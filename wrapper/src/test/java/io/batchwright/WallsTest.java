package io.batchwright;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.batchwright.internal.wait.SystemClock;
import io.batchwright.providers.Providers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The allowed dependencies between packages. */
class WallsTest {
  private static final String ROOT = "io.batchwright";
  private static final String GENERATED = "io.batchwright.client..";
  private static final String INTERNAL = "io.batchwright.internal..";
  private static final String DIALECT = "io.batchwright.internal.openai";
  private static final String HTTP = "io.batchwright.internal.http";

  private static final String[] PROVIDERS = {
    "io.batchwright.anthropic",
    "io.batchwright.gemini",
    "io.batchwright.openai",
    "io.batchwright.moonshot",
    "io.batchwright.zhipu"
  };

  private static final JavaClasses WRAPPER =
      new ClassFileImporter()
          .importUrl(BatchClient.class.getProtectionDomain().getCodeSource().getLocation());

  /** {@code Providers} is the one class that depends on every provider. */
  @Test
  void noCircleAmongPackages() {
    slices()
        .matching("io.batchwright.(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(belongToAnyOf(Providers.class), alwaysTrue())
        .check(WRAPPER);
  }

  @Test
  void theVocabularyImportsNothingBelowIt() {
    noClasses()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "okio..", "io.batchwright.*..")
        .check(WRAPPER);
  }

  @Test
  void theVocabularyKnowsGsonOnlyWhereBodiesAreHandedOut() {
    noClasses()
        .that()
        .resideInAPackage(ROOT)
        .and()
        .doNotBelongToAnyOf(
            BatchResult.class,
            BatchResult.Succeeded.class,
            BatchResult.Errored.class,
            BatchRequest.class,
            BodyEncoder.class)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.gson..")
        .check(WRAPPER);
  }

  @Test
  void onlyProvidersAndTheirTransportKnowGeneratedTypes() {
    noClasses()
        .that()
        .resideOutsideOfPackages(PROVIDERS)
        .and()
        .resideOutsideOfPackages(DIALECT, HTTP)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(GENERATED)
        .check(WRAPPER);
  }

  @ParameterizedTest
  @FieldSource("PROVIDERS")
  void nothingElseKnowsAProvider(String provider) {
    noClasses()
        .that()
        .resideOutsideOfPackage(provider)
        .and()
        .doNotBelongToAnyOf(Providers.class)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(provider)
        .check(WRAPPER);
  }

  @Test
  void linesAndRequestsKnowNeitherWaitsNorHttp() {
    noClasses()
        .that()
        .resideInAnyPackage("io.batchwright.internal.lines", "io.batchwright.internal.requests")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", GENERATED, HTTP, "io.batchwright.internal.wait")
        .check(WRAPPER);
  }

  @Test
  void httpKnowsNoAdapter() {
    noClasses()
        .that()
        .resideInAPackage(HTTP)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.batchwright.internal.client", DIALECT, "io.batchwright.providers")
        .check(WRAPPER);
  }

  @Test
  void nothingPublicShowsAnInternalType() {
    List<String> shown = new ArrayList<>();
    for (JavaClass type : WRAPPER) {
      if (!isPublic(type) || resideInAnyPackage(INTERNAL).test(type)) {
        continue;
      }
      type.getRawInterfaces().stream()
          .filter(WallsTest::isInternal)
          .forEach(hidden -> shown.add(type.getName() + " is a " + hidden.getName()));
      type.getAllRawSuperclasses().stream()
          .filter(WallsTest::isInternal)
          .forEach(hidden -> shown.add(type.getName() + " is a " + hidden.getName()));
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        if (isReachable(unit.getModifiers()) && involved(unit).anyMatch(WallsTest::isInternal)) {
          shown.add(unit.getFullName());
        }
      }
      type.getFields().stream()
          .filter(field -> isReachable(field.getModifiers()) && isInternal(field.getRawType()))
          .forEach(field -> shown.add(field.getFullName()));
    }
    assertThat(WRAPPER).hasSizeGreaterThan(50);
    assertThat(shown).isEmpty();
  }

  private static Stream<JavaClass> involved(JavaCodeUnit unit) {
    Stream<JavaType> types =
        Stream.of(unit.getParameterTypes(), List.of(unit.getReturnType()), unit.getExceptionTypes())
            .flatMap(List::stream);
    return types.flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(WallsTest::isPublic).orElse(true);
  }

  private static boolean isReachable(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isInternal(JavaClass type) {
    return resideInAnyPackage(INTERNAL).test(type);
  }

  @Test
  void onlyTheTimerKnowsTimeAndSleep() {
    DescribedPredicate<JavaClass> clocks =
        DescribedPredicate.describe(
            "a clock",
            type ->
                List.of("java.lang.System", "java.lang.Thread", "java.util.concurrent.TimeUnit")
                        .contains(type.getName())
                    || type.getPackageName().equals("java.time"));
    noClasses()
        .that()
        .doNotBelongToAnyOf(SystemClock.class)
        .should()
        .callMethodWhere(
            target(nameMatching("sleep|currentTimeMillis|nanoTime|now|systemUTC|systemDefaultZone"))
                .and(target(owner(clocks))))
        .check(WRAPPER);
    noClasses().should().callConstructor(Date.class).check(WRAPPER);
    noClasses().should().dependOnClassesThat().belongToAnyOf(java.util.Timer.class).check(WRAPPER);
  }

  @Test
  void noClassPrints() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(target(nameMatching("printStackTrace")))
        .check(WRAPPER);
  }

  @Test
  void noClassChangesTls() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.net.ssl..", "java.security.cert..")
        .orShould()
        .callMethodWhere(
            target(
                nameMatching(
                    "sslSocketFactory|hostnameVerifier|certificatePinner"
                        + "|setVerifyingSsl|setSslCaCert|setKeyManagers")))
        .check(WRAPPER);
  }

  @Test
  void noClassUsesOkHttpsThreads() {
    noClasses().should().callMethod(Call.class, "enqueue", Callback.class).check(WRAPPER);
    noClasses().should().dependOnClassesThat().belongToAnyOf(Callback.class).check(WRAPPER);
  }

  /** A base URL is not a path: {@code SitesOfTheSpecsTest} compares it with its spec. */
  @Test
  void noPathOfAnApiIsWrittenInTheSources() throws IOException {
    Path sources = Path.of(System.getProperty("basedir", "."), "src", "main", "java");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(java).hasSizeGreaterThan(50);
      assertThat(java)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file).replaceAll("\"https://[a-z./0-9]+\"", ""))
                      .doesNotContain("/v1", "/v4", "/{", "\"/m", "\"/b", "/messages", "/batches"));
    }
  }
}
