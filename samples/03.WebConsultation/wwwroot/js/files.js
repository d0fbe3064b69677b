// Downloads and going on later. Files are made and read in the browser; a saved consultation is the library's own format.

import * as api from './api.js';
import { announce, el, replace } from './dom.js';
import { clearFailure, reasons, showFailure } from './failure.js';
import { text } from './i18n.js';
import { answered, keep, startOver, state, today } from './state.js';

const format = 'gutskin.consultation/1';
const largest = 1024 * 1024;

export function showFiles(section, { refresh }) {
  const error = el('div', { role: 'alert' });
  const input = el('input', { type: 'file', accept: 'application/json,.json', class: 'visually-hidden', id: 'load', tabindex: -1, 'aria-hidden': 'true' });
  const earlier = el('input', { type: 'file', accept: 'application/json,.json', class: 'visually-hidden', id: 'earlier', tabindex: -1, 'aria-hidden': 'true' });
  const changes = el('div', { id: 'changes' });
  input.addEventListener('change', () => load(section, input, error, refresh));
  earlier.addEventListener('change', () => compare(earlier, changes, error));
  const empty = !state.assessment;
  replace(section,
    el('h2', { id: 'files-title' }, text('filesTitle')),
    el('p', { class: 'note' }, text('filesIntro')),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', id: 'download-json', disabled: empty, onclick: saveSession }, text('downloadJson')),
      el('button', { type: 'button', id: 'download-html', disabled: empty, onclick: downloadReport }, text('downloadHtml')),
      el('button', { type: 'button', onclick: () => input.click() }, text('load')),
      el('button', { type: 'button', id: 'compare', disabled: empty, onclick: () => earlier.click() }, text('compare')),
      el('button', { type: 'button', class: 'quiet', disabled: empty, onclick: () => { startOver(); refresh({ focus: true }); } }, text('startOver'))),
    input, earlier, error, changes);
}

function saveSession() {
  download('consultation.json', 'application/json', state.session);
  state.saved = true;
}

async function downloadReport() {
  try {
    download('report.html', 'text/html', await api.report(state.profile, 'full'));
    clearFailure();
  } catch (error) {
    showFailure(error);
  }
}

function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// The file that was chosen, as text; null where it is too large, undefined where none was chosen.
async function chosen(input) {
  const file = input.files[0];
  input.value = '';
  if (!file) return undefined;
  return file.size <= largest ? file.text() : null;
}

function refuse(error, content, fault) {
  const why = fault instanceof SyntaxError || content === null ? [text('notAFile')] : reasons(fault);
  replace(error, el('div', { class: 'failure' }, el('p', {}, text('loadFailed')), el('ul', {}, why.map((reason) => el('li', {}, reason)))));
}

// What changed since a file of an earlier day, told by the library, in a sandboxed frame like its report.
async function compare(input, changes, error) {
  const content = await chosen(input);
  if (content === undefined) return;
  replace(error);
  try {
    if (content === null) throw new SyntaxError();
    const html = await api.compare(content, state.profile);
    replace(changes, el('h3', { tabindex: -1 }, text('comparing')), el('iframe', { sandbox: '', title: text('compareFrame'), class: 'report first', srcdoc: html }));
    changes.querySelector('h3').focus();
  } catch (fault) {
    replace(changes);
    refuse(error, content, fault);
  }
}

async function load(section, input, error, refresh) {
  const content = await chosen(input);
  if (content === undefined) return;
  try {
    await goOn(content);
    await refresh({ focus: true });
    section.dataset.loaded = Number(section.dataset.loaded ?? 0) + 1;
    announce(text('loaded', { n: answered() }));
  } catch (fault) {
    refuse(error, content, fault);
  }
}

// A saved consultation goes on today; a profile document begins one.
async function goOn(content) {
  const document = JSON.parse(content);
  if (document === null || typeof document !== 'object' || Array.isArray(document)) throw new SyntaxError();
  const saved = document.schema === format;
  let taken = await api.consult(saved ? { act: 'look', session: content } : { act: 'load', profile: document, today: today() });
  const { leftOut } = taken;
  if (saved && taken.profile.asOf !== undefined && taken.profile.asOf < today()) taken = await api.consult({ act: 'continue', session: taken.session, today: today() });
  startOver();
  keep({ ...taken, leftOut: [...leftOut, ...taken.leftOut.filter((d) => !leftOut.some((l) => l.message === d.message))] });
}
