package io.batchwright.recorder;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Records the class, method and invocation of a test before it begins. */
public final class TestName implements BeforeEachCallback {
  @Override
  public void beforeEach(ExtensionContext test) {
    StringBuilder name = new StringBuilder(test.getDisplayName());
    Optional<ExtensionContext> around = test.getParent();
    while (around.isPresent() && around.get().getParent().isPresent()) {
      name.insert(0, around.get().getDisplayName() + " / ");
      around = around.get().getParent();
    }
    Recording.nameTest("contract / " + name);
  }
}
