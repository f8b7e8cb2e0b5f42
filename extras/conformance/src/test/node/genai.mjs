// The npm package "@google/genai", as its documentation uses it for batches.
import { GoogleGenAI } from '@google/genai';
import { all, serve } from './serve.mjs';

let ai;
const model = 'gemini-2.5-flash';
const config = { displayName: 'demo' };

await serve({
  connect: (baseUrl, apiKey) => {
    ai = new GoogleGenAI({ apiKey, vertexai: false, httpOptions: { baseUrl, retryOptions: { attempts: 1 } } });
  },
  create: (...keys) => ai.batches.create({ model, src: keys.map(request), config }),
  upload: (rows) =>
    ai.files.upload({ file: new Blob([rows]), config: { mimeType: 'application/jsonl', displayName: 'in' } }),
  createFrom: (file) => ai.batches.create({ model, src: file, config }),
  embed: (...contents) =>
    ai.batches.createEmbeddings({
      model: 'gemini-embedding-001',
      src: { inlinedRequests: { contents, config: { outputDimensionality: 3 } } },
      config,
    }),
  get: (name) => ai.batches.get({ name }),
  list: async (pageSize) => all(await ai.batches.list({ config: { pageSize } })),
  cancel: (name) => ai.batches.cancel({ name }),
  delete: (name) => ai.batches.delete({ name }),
  deleteFile: (name) => ai.files.delete({ name }),
  download: (file, downloadPath) => ai.files.download({ file, downloadPath }),
});

function request(key) {
  return { contents: [{ role: 'user', parts: [{ text: 'Hello ' + key }] }], metadata: { key } };
}
