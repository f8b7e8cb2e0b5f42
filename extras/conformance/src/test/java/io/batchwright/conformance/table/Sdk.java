package io.batchwright.conformance.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The SDK that a test class covers; the verdicts of its tests become a row of the table. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Journal.class)
public @interface Sdk {

  /** A class of it, whose jar has its name and version; none if it is a package for Node. */
  Class<?> value() default Void.class;

  /** The provider whose protocol it uses, if not its vendor's own. */
  String at() default "";
}
