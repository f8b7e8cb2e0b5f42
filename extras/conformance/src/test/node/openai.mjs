// The npm package "openai", as its documentation uses it for batches.
import OpenAI, { toFile } from 'openai';
import { all, methodsOf, serve } from './serve.mjs';

let client;

await serve({
  connect: (baseURL, apiKey) => {
    client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
  },
  upload: async (name, lines) => client.files.create({ file: await toFile(Buffer.from(lines), name), purpose: 'batch' }),
  create: (file, window) =>
    client.batches.create({ input_file_id: file, endpoint: '/v1/chat/completions', completion_window: window }),
  retrieve: (id) => client.batches.retrieve(id),
  list: (limit) => all(client.batches.list({ limit })),
  cancel: (id) => client.batches.cancel(id),
  content: async (id) => (await client.files.content(id)).text(),
  deleteFile: (id) => client.files.delete(id),
  methods: () => methodsOf(client.batches),
});
