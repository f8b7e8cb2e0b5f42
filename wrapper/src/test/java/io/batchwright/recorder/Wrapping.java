package io.batchwright.recorder;

import io.batchwright.AwaitOptions;
import io.batchwright.Batch;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchResults;
import io.batchwright.CancellingBatch;
import io.batchwright.Outcome;
import io.batchwright.PollSchedule;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Wraps clients, and the handles, results and iterators that they return, in proxies that record
 * each call. One object has one proxy, so that identity is preserved.
 */
final class Wrapping {
  private static final List<Class<?>> TYPES =
      List.of(
          BatchClient.class,
          BatchHandle.class,
          CancellingBatch.class,
          BatchResults.class,
          BatchListener.class,
          Iterator.class,
          Iterable.class);

  private final Recording recording;
  private final IdentityHashMap<Object, Object> proxies = new IdentityHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Wrapping(Recording recording) {
    this.recording = recording;
  }

  synchronized Object wrap(Object value) {
    if (value instanceof Outcome.Done<?, ?> done) {
      return new Outcome.Done<>(wrap(done.value()));
    }
    if (value instanceof Outcome.HandedBack<?, ?> back) {
      return new Outcome.HandedBack<>((Batch) wrap(back.handle()), back.error());
    }
    for (Class<?> type : TYPES) {
      if (type.isInstance(value) && !(value instanceof Collection)) {
        return proxies.computeIfAbsent(value, target -> proxy(type, target));
      }
    }
    return value;
  }

  private Object proxy(Class<?> type, Object target) {
    String name = type.getSimpleName() + " " + counts.merge(type.getSimpleName(), 1, Integer::sum);
    return Proxy.newProxyInstance(
        Wrapping.class.getClassLoader(), new Class<?>[] {type}, new Recorded(name, target));
  }

  /** Records the calls of one object. */
  final class Recorded implements InvocationHandler {
    private final String name;
    private final Object target;
    private int futures;

    private Recorded(String name, Object target) {
      this.name = name;
      this.target = target;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
        throws Throwable {
      Object[] given = args == null ? new Object[0] : args;
      if (method.getDeclaringClass() == Object.class) {
        return method.getName().equals("equals") ? proxy == given[0] : method.invoke(target, given);
      }
      if (method.isDefault() && method.getDeclaringClass().getName().startsWith("java.")) {
        return InvocationHandler.invokeDefault(proxy, method, given);
      }
      String call = name + "." + method.getName() + Printed.of(Arrays.asList(given));
      try {
        Arrays.setAll(given, i -> steady(given[i]));
        Object value = method.invoke(target, given);
        value = value == null ? null : wrap(value);
        if (!Boolean.TRUE.equals(value) || !method.getName().equals("hasNext")) {
          note(call, value);
        }
        return value;
      } catch (InvocationTargetException e) {
        recording.add(call + " threw " + Printed.of(e.getCause()));
        throw e.getCause();
      }
    }

    /** Returns options without jitter, which would make the times of polls vary. */
    private static Object steady(Object argument) {
      if (argument instanceof AwaitOptions options) {
        PollSchedule schedule = options.schedule();
        return options.withSchedule(new PollSchedule(schedule.first(), schedule.most(), 0));
      }
      return argument;
    }

    private void note(String call, @Nullable Object value) {
      if (value instanceof CompletableFuture<?> future) {
        String wait = call + " future " + ++futures;
        recording.add(wait);
        var unused =
            future.whenComplete(
                (end, error) ->
                    recording.add(wait + ": " + Printed.of(error == null ? end : error)));
      } else {
        recording.add(call + " -> " + Printed.of(value));
      }
    }

    @Override
    public String toString() {
      return target instanceof Batch batch ? name + " of " + batch.ref() : name;
    }
  }
}
