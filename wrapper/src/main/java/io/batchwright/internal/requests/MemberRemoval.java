package io.batchwright.internal.requests;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.requests.RequestLine.Slice;

/** Takes members out of an object that is known to be strict JSON, in the array itself. */
final class MemberRemoval {
  private MemberRemoval() {}

  /** Gives what remains without the members of this name; white space between the others goes. */
  static Slice without(Slice object, String name) {
    try {
      return remove(object, name);
    } catch (JsonFault e) {
      throw new IllegalArgumentException("The object was not checked", e);
    }
  }

  private static Slice remove(Slice object, String name) throws JsonFault {
    byte[] bytes = object.bytes();
    JsonCursor json = new JsonCursor().over(bytes, object.offset(), object.end());
    json.enterObject();
    int begin = json.at();
    int kept = begin;
    while (json.nextMember()) {
      int from = json.nameAt();
      boolean goes = json.isNamed(name);
      json.skip();
      if (!goes) {
        if (kept > begin) {
          bytes[kept++] = ',';
        }
        int length = json.at() - from;
        System.arraycopy(bytes, from, bytes, kept, length);
        kept += length;
      }
    }
    bytes[kept] = '}';
    return new Slice(bytes, begin - 1, kept + 1 - (begin - 1));
  }
}
