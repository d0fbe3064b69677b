// Keeps the page's own files in the browser, so that it works without a network. No answer is among them.

import { isRemote } from './backend.js';

export async function keepForOffline() {
  if (isRemote || !('serviceWorker' in navigator) || !isSecureContext) return;
  try {
    await navigator.serviceWorker.register('offline.worker.js');
    const { active } = await navigator.serviceWorker.ready;
    const done = new MessageChannel();
    const kept = new Promise((resolve) => { done.port1.onmessage = resolve; });
    active.postMessage('keep', [done.port2]);
    if ((await kept).data === 'kept') document.documentElement.dataset.offline = 'true';
  } catch {
    // It works with a network as before.
  }
}
