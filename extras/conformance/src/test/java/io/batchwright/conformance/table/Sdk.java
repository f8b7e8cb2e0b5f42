package io.batchwright.conformance.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The SDK that a class of tests is about; what its tests show becomes a row of the table. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Journal.class)
public @interface Sdk {

  /** A class of it, whose jar tells its name and version; none if it is the package for Node. */
  Class<?> value() default Void.class;

  /** Whose protocol it speaks, if that is not its maker's own. */
  String at() default "";
}
