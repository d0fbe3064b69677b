// Says that something did not work, and why.

import { ApiError } from './api.js';
import { NoLibrary } from './backend.js';
import { byId, el, replace } from './dom.js';
import { text } from './i18n.js';

// What an error says, as sentences.
export function reasons(error) {
  if (error instanceof ApiError) return [error.status === 429 ? text('tooMany') : error.message, ...error.diagnostics.slice(0, 20).map(fault)];
  if (error instanceof NoLibrary) return [text(error.message)];
  return [text('offline')];
}

// A fault of a document, with its place.
export const fault = ({ message, line, column, hint }) =>
  [line ? `${text('lintLine', { line, column })}: ${message}` : message, hint].filter(Boolean).join(' ');

export function showFailure(error) {
  replace(byId('failure'), el('div', { class: 'failure' }, el('p', {}, text('failure')), el('ul', {}, reasons(error).map((s) => el('li', {}, s)))));
}

export const clearFailure = () => replace(byId('failure'));
