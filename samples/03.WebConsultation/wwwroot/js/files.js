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
  input.addEventListener('change', () => load(section, input, error, refresh));
  const empty = !state.assessment;
  replace(section,
    el('h2', { id: 'files-title' }, text('filesTitle')),
    el('p', { class: 'note' }, text('filesIntro')),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', id: 'download-json', disabled: empty, onclick: saveSession }, text('downloadJson')),
      el('button', { type: 'button', id: 'download-html', disabled: empty, onclick: downloadReport }, text('downloadHtml')),
      el('button', { type: 'button', onclick: () => input.click() }, text('load')),
      el('button', { type: 'button', class: 'quiet', disabled: empty, onclick: () => { startOver(); refresh({ focus: true }); } }, text('startOver'))),
    input, error);
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

async function load(section, input, error, refresh) {
  const file = input.files[0];
  input.value = '';
  if (!file) return;
  let content = null;
  try {
    content = file.size <= largest ? await file.text() : null;
    await goOn(content);
    await refresh({ focus: true });
    section.dataset.loaded = Number(section.dataset.loaded ?? 0) + 1;
    announce(text('loaded', { n: answered() }));
  } catch (fault) {
    const why = fault instanceof SyntaxError || content === null ? [text('notAFile')] : reasons(fault);
    replace(error, el('div', { class: 'failure' }, el('p', {}, text('loadFailed')), el('ul', {}, why.map((reason) => el('li', {}, reason)))));
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
