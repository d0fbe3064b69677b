// The rule playground: an overlay on the built-in rule set, checked as it is typed, tried on a person.

import * as api from './api.js';
import { delayed, el, replace } from './dom.js';
import { editor } from './editor.js';
import { clearFailure, showFailure } from './failure.js';
import { number, text } from './i18n.js';
import { examplePerson, starter } from './starter.js';
import { bandName, state } from './state.js';

let sheet = null;
let newest = 0;

export function showPlayground(section, { again = false } = {}) {
  if (sheet && !again && section.childElementCount > 0) return;
  const content = sheet?.area.value ?? starter;
  const findings = el('ul', { class: 'findings plain' });
  const summary = el('p', { id: 'lint-summary', role: 'status' });
  const outcome = el('div', { 'aria-live': 'polite' });
  const check = () => lint(findings, summary);
  sheet = editor('editor-label', content, delayed(check, 350));
  replace(section,
    el('h1', { id: 'playground-title', tabindex: -1 }, text('playgroundTitle')),
    el('p', {}, text('playgroundIntro')),
    el('div', { class: 'columns wide' },
      el('div', {},
        el('h2', { id: 'editor-label' }, text('playgroundEditor')), sheet.element,
        el('h2', {}, text('lintTitle')), summary, findings),
      el('div', { class: 'card' },
        el('button', { type: 'button', class: 'primary', id: 'try', onclick: () => tryIt(outcome) }, text('playgroundTry')), outcome)));
  check();
}

async function lint(findings, summary) {
  const mine = ++newest;
  try {
    const { diagnostics } = await api.lint(sheet.area.value);
    if (mine !== newest) return;
    clearFailure();
    sheet.show(diagnostics.filter((d) => d.line));
    const errors = diagnostics.filter((d) => d.severity === 'error').length;
    summary.textContent = diagnostics.length === 0 ? text('lintClean') : text('lintSummary', { errors, warnings: diagnostics.length - errors });
    summary.dataset.checked = sheet.area.value.length;
    replace(findings, diagnostics.slice(0, 100).map(finding));
  } catch (error) {
    if (mine === newest) showFailure(error);
  }
}

function finding(diagnostic) {
  const place = diagnostic.line ? text('lintLine', { line: diagnostic.line, column: diagnostic.column }) : diagnostic.path;
  const heading = `${text(diagnostic.severity === 'error' ? 'lintError' : 'lintWarning')} ${diagnostic.code}`;
  return el('li', { class: diagnostic.severity },
    el('p', {}, el('strong', {}, heading), ' ',
      diagnostic.line ? el('button', { type: 'button', class: 'link', onclick: () => sheet.goTo(diagnostic) }, place) : el('span', { class: 'note' }, place)),
    el('p', {}, diagnostic.message, ' ', diagnostic.hint ?? ''));
}

async function tryIt(outcome) {
  const mine = state.profile.concerns.length > 0;
  try {
    const result = await api.tryRules(sheet.area.value, mine ? state.profile : examplePerson);
    clearFailure();
    if (!result.valid) {
      replace(outcome, el('p', { class: 'error' }, text('fixFirst')));
      return;
    }
    replace(outcome,
      el('h2', {}, text('testsTitle')), tests(result.tests),
      el('h2', {}, text('changesTitle')),
      el('p', { class: 'note' }, text(mine ? 'playgroundPerson' : 'playgroundExample')),
      result.profileDiagnostics.map((d) => el('p', { class: 'error' }, d.message)),
      result.scores.length > 0 && scores(result.scores));
  } catch (error) {
    showFailure(error);
  }
}

function tests(outcomes) {
  return outcomes.length === 0 ? el('p', {}, text('testsNone')) : el('ul', { class: 'plain tests' }, outcomes.map((test) =>
    el('li', { class: test.passed ? 'passed' : 'failed' },
      el('strong', {}, text(test.passed ? 'passed' : 'failed')), ' ', test.name, ' ',
      test.line && el('button', { type: 'button', class: 'link', onclick: () => sheet.goTo({ line: test.line, column: 1 }) }, text('lintLine', { line: test.line, column: 1 })),
      test.failures.length > 0 && el('ul', {}, test.failures.map((failure) => el('li', {}, failure))))));
}

function scores(changes) {
  const cell = (score, band) => el('td', {}, `${number(score, 1)} · ${bandName(band)}`);
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': text('changesTitle') }, el('table', {},
    el('thead', {}, el('tr', {}, ['name', 'before', 'after', 'change'].map((c) => el('th', { scope: 'col' }, text(`column_${c}`))))),
    el('tbody', {}, changes.map((change) => el('tr', { 'data-condition': change.condition, class: differs(change) ? 'changed' : null },
      el('th', { scope: 'row' }, change.name),
      change.before === null || change.before === undefined ? el('td', {}, text('newRow')) : cell(change.before, change.bandBefore),
      cell(change.after, change.bandAfter),
      el('td', {}, differs(change) ? difference(change) : '–'))))));
}

const differs = (change) => change.before === null || change.before === undefined || Math.abs(change.after - change.before) > 1e-9;

function difference({ before, after }) {
  if (before === null || before === undefined) return text('newRow');
  const by = after - before;
  return `${by > 0 ? '+' : '−'}${number(Math.abs(by), 1)}`;
}
