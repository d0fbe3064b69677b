// Downloads and loading again. Files are made and read in the browser.

import * as api from './api.js';
import { announce, el, replace } from './dom.js';
import { clearFailure, showFailure } from './failure.js';
import { text } from './i18n.js';
import { answered, continueWith, startOver, state } from './state.js';

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
      el('button', { type: 'button', id: 'download-json', disabled: empty, onclick: () => download('consultation.json', 'application/json', consultation()) }, text('downloadJson')),
      el('button', { type: 'button', id: 'download-html', disabled: empty, onclick: downloadReport }, text('downloadHtml')),
      el('button', { type: 'button', onclick: () => input.click() }, text('load')),
      el('button', { type: 'button', class: 'quiet', disabled: empty, onclick: () => { startOver(); refresh({ focus: true }); } }, text('startOver'))),
    input, error);
}

const consultation = () => `${JSON.stringify({ format, profile: state.profile, assessment: state.assessment }, null, 2)}\n`;

async function downloadReport() {
  try {
    download('report.html', 'text/html', await api.report(state.profile));
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
  try {
    const profile = await profileOf(file);
    await api.assess(profile);
    continueWith(profile);
    await refresh({ focus: true });
    section.dataset.loaded = Number(section.dataset.loaded ?? 0) + 1;
    announce(text('loaded', { n: answered() }));
  } catch (fault) {
    const reasons = fault instanceof api.ApiError ? [fault.message, ...fault.diagnostics.slice(0, 20).map((d) => d.message)] : [text('notAFile')];
    replace(error, el('div', { class: 'failure' }, el('p', {}, text('loadFailed')), el('ul', {}, reasons.map((reason) => el('li', {}, reason)))));
  }
}

// The profile in a consultation file, or a profile document itself.
async function profileOf(file) {
  if (file.size > largest) throw new Error('too large');
  const content = JSON.parse(await file.text());
  const profile = content?.format === format ? content.profile : content;
  if (profile === null || typeof profile !== 'object' || Array.isArray(profile)) throw new Error('not a profile');
  return profile;
}
