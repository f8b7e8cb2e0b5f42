package io.batchwright.renamed;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The generation of the clients, as the build is configured to do it. */
final class Generation {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([\\w.]+)}");

  private final Map<String, String> properties = new HashMap<>();
  private final Element plugin;

  private Generation(Path folder, Element project) {
    properties.put("project.basedir", folder.toString());
    children(only(project, "properties"))
        .forEach((name, element) -> properties.put(name, element.getTextContent()));
    this.plugin = only(project, "build");
  }

  /** Reads the build of the clients' module. */
  static Generation of(Path module) throws IOException {
    try {
      return new Generation(
          module.toAbsolutePath(),
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(module.resolve("pom.xml").toFile())
              .getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  /** Generates the client of one provider. */
  void run(String provider, Path specs, Path output) {
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName("java")
            .setLibrary("okhttp-gson")
            .setInputSpec(specs.resolve(provider + ".yaml").toString())
            .setOutputDir(output.toString());
    children(only(plugin, "configOptions"))
        .forEach(
            (name, option) -> configurator.addAdditionalProperty(name, option.getTextContent()));
    Element all = only(plugin, "configuration");
    Element execution = execution(provider);
    configurator
        .setApiPackage(text(execution, "apiPackage"))
        .setModelPackage(text(execution, "modelPackage"))
        .setInvokerPackage(text(execution, "invokerPackage"))
        .setTemplateDir(text(all, "templateDirectory"))
        .setImportMappings(mappings("importMapping", all))
        .setSchemaMappings(mappings("schemaMapping", all, execution));
    for (File file : new DefaultGenerator().opts(configurator.toClientOptInput()).generate()) {
      if (!file.exists()) {
        throw new IllegalStateException(file + " was not generated");
      }
    }
  }

  private Element execution(String provider) {
    NodeList executions = plugin.getElementsByTagName("execution");
    for (int i = 0; i < executions.getLength(); i++) {
      Element execution = (Element) executions.item(i);
      if (text(execution, "id").equals(provider)) {
        return execution;
      }
    }
    throw new IllegalArgumentException(provider + " is not generated");
  }

  private Map<String, String> mappings(String kind, Element... holders) {
    Map<String, String> mappings = new HashMap<>();
    for (Element holder : holders) {
      NodeList lists = holder.getElementsByTagName(kind);
      for (int i = 0; i < lists.getLength(); i++) {
        for (String mapping : resolved(lists.item(i).getTextContent()).split(",", -1)) {
          int sign = mapping.indexOf('=');
          mappings.put(mapping.substring(0, sign), mapping.substring(sign + 1));
        }
      }
    }
    return mappings;
  }

  private String text(Element holder, String name) {
    return resolved(only(holder, name).getTextContent());
  }

  private String resolved(String text) {
    Matcher reference = REFERENCE.matcher(text);
    return reference.find()
        ? resolved(
            reference.replaceAll(
                found -> Matcher.quoteReplacement(properties.getOrDefault(found.group(1), ""))))
        : text.strip();
  }

  private static Element only(Element holder, String name) {
    return (Element) Objects.requireNonNull(holder.getElementsByTagName(name).item(0), name);
  }

  private static Map<String, Element> children(Element holder) {
    Map<String, Element> children = new LinkedHashMap<>();
    for (int i = 0; i < holder.getChildNodes().getLength(); i++) {
      if (holder.getChildNodes().item(i) instanceof Element element) {
        children.put(element.getTagName(), element);
      }
    }
    return children;
  }
}
