// The npm package "@anthropic-ai/sdk", as its documentation uses it for batches.
import Anthropic from '@anthropic-ai/sdk';
import { all, serve } from './serve.mjs';

let batches;

await serve({
  connect: (baseURL, apiKey) => {
    batches = new Anthropic({ baseURL, apiKey, maxRetries: 0 }).messages.batches;
  },
  create: (...ids) => batches.create({ requests: ids.map(request) }),
  retrieve: (id) => batches.retrieve(id),
  results: async (id) => all(await batches.results(id)),
  list: (limit) => all(batches.list({ limit })),
  cancel: (id) => batches.cancel(id),
  delete: (id) => batches.delete(id),
});

function request(id) {
  const messages = [{ role: 'user', content: 'Hello ' + id }];
  return { custom_id: id, params: { model: 'claude-haiku-4-5', max_tokens: 100, messages } };
}
