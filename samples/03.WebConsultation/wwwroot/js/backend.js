// Who answers the page's calls: the library in this browser, or the HTTP API of the server this page came from (?api=where).
// There is no third way: a page that runs the library never falls back to a server.

const api = new URLSearchParams(location.search).get('api');

export const isRemote = api !== null;

// What a visitor reads when nobody can answer.
export class NoLibrary extends Error {}

export const call = (path, body, query) => (isRemote ? overHttp(path, body, query) : inBrowser(path, body, query));

async function overHttp(path, body, query) {
  const root = new URL(`${api.replace(/\/$/, '')}/`, document.baseURI);
  if (root.origin !== location.origin) throw new NoLibrary('otherServer');
  const url = new URL(path, root);
  url.search = new URLSearchParams(query);
  const response = await fetch(url, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  return { status: response.status, text: await response.text() };
}

// The library works beside the page, so that the page never stands still.
let worker = null;
let number = 0;
const waiting = new Map();

function inBrowser(path, body, query) {
  if (!isModern()) return Promise.reject(new NoLibrary('oldBrowser'));
  startLibrary();
  return new Promise((done, failed) => {
    waiting.set(++number, { done, failed });
    worker.postMessage({ number, path, body: body ?? '', ...query });
  });
}

export function startLibrary() {
  if (isRemote || worker || !isModern()) return;
  worker = new Worker(new URL('./library.worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }) => {
    const { done, failed } = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.reply === undefined) {
      failed(new NoLibrary('noLibrary'));
      return;
    }
    const end = data.reply.indexOf('\n');
    done({ status: Number(data.reply.slice(0, end)), text: data.reply.slice(end + 1) });
  });
  worker.addEventListener('error', () => {
    for (const { failed } of waiting.values()) failed(new NoLibrary('noLibrary'));
    waiting.clear();
    worker = null;
  });
}

// The runtime needs vector instructions: a function that gives a vector is valid where they are known.
const vectors = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

export function isModern() {
  return typeof WebAssembly === 'object' && typeof Worker === 'function' && WebAssembly.validate(new Uint8Array(vectors));
}
