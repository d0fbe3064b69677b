// Keeps the files of this page, as files.txt lists them, and gives them where there is no network. What carries its fingerprint in its
// name never changes and is given from here at once; the rest comes from the network as long as there is one.

const shelf = 'gutskin-page';
const fingerprint = /\/_framework\/.+\.[a-z0-9]{10}\.(wasm|js)$/;
const files = () => new URL('files.txt', registration.scope);

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('message', (event) => {
  if (event.data === 'keep') event.waitUntil(keep().then((word) => event.ports[0].postMessage(word)));
});

addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && url.href.startsWith(registration.scope)) event.respondWith(give(event.request, url));
});

async function keep() {
  try {
    const cache = await caches.open(shelf);
    const list = (await (await fetch(files(), { cache: 'no-cache' })).text()).split('\n').map((line) => line.trim()).filter(Boolean);
    const wanted = ['./', ...list].map((file) => new URL(file, registration.scope).href);
    const there = new Set((await cache.keys()).map((request) => request.url));
    await Promise.all(wanted.filter((url) => !(there.has(url) && fingerprint.test(url))).map((url) => cache.add(new Request(url, { cache: 'no-cache' }))));
    await Promise.all([...there].filter((url) => !wanted.includes(url)).map((url) => cache.delete(url)));
    return 'kept';
  } catch {
    return 'not kept';
  }
}

async function give(request, url) {
  const cache = await caches.open(shelf);
  const kept = () => cache.match(url.origin + url.pathname, { ignoreVary: true });
  if (fingerprint.test(url.pathname)) return (await kept()) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const file = await kept();
    if (file) return file;
    throw error;
  }
}
