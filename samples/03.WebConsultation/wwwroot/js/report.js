// The library's report with everything in it, in a sandboxed frame: no script, no forms, no access to this page.

import * as api from './api.js';
import { el, replace } from './dom.js';
import { clearFailure, showFailure } from './failure.js';
import { text } from './i18n.js';
import { state } from './state.js';

export async function showReport(section) {
  const title = el('h1', { id: 'report-title', tabindex: -1 }, text('reportTitle'));
  if (!state.assessment) {
    replace(section, title, el('p', {}, text('reportEmpty')));
    return;
  }
  const frame = el('iframe', { sandbox: '', title: text('reportFrame'), class: 'report' });
  replace(section, title, frame);
  try {
    frame.setAttribute('srcdoc', await api.report(state.profile, 'full'));
    clearFailure();
  } catch (error) {
    showFailure(error);
  }
}
