// Says that something did not work, and why.

import { ApiError } from './api.js';
import { byId, el, replace } from './dom.js';
import { text } from './i18n.js';

export function showFailure(error) {
  const sentences = error instanceof ApiError
    ? [error.status === 429 ? text('tooMany') : error.message, ...error.diagnostics.slice(0, 20).map((d) => d.message)]
    : [text('offline')];
  replace(byId('failure'), el('div', { class: 'failure' }, el('p', {}, text('failure')), el('ul', {}, sentences.map((s) => el('li', {}, s)))));
}

export const clearFailure = () => replace(byId('failure'));
