// Makes the calls on the lines of standard input, {"call": NAME, "args": [...]}, one after the other, and responds to each with
// a line: {"value": ...} or {"error": ...}. It exits when its input ends.
import { createInterface } from 'node:readline';

export async function serve(calls) {
  for await (const line of createInterface({ input: process.stdin })) {
    const { call, args } = JSON.parse(line);
    console.log(JSON.stringify(await answer(calls[call], args)));
  }
}

async function answer(call, args) {
  try {
    return { value: (await call(...args)) ?? null };
  } catch (e) {
    return { error: told(e) };
  }
}

// The properties of the SDKs' own error classes.
function told(e) {
  const { status, type, code, message } = e;
  return { kind: e.constructor.name, status, type, code, message, retryAfter: e.headers?.get('retry-after') };
}

export async function all(items) {
  const list = [];
  for await (const item of items) list.push(item);
  return list;
}

export function methodsOf(resource) {
  return Object.getOwnPropertyNames(Object.getPrototypeOf(resource));
}
