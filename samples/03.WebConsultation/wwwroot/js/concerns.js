// The start page: what brings someone here, whether a doctor has named it, age and sex. Drawn from a file, before the library is there.

import { el, freshId, replace } from './dom.js';
import { field } from './fields.js';
import { text } from './i18n.js';
import { state } from './state.js';

export function showConcerns(card, refresh) {
  const { start } = state;
  const error = el('p', { class: 'error', id: 'concerns-error', role: 'alert' });
  const rows = start.concerns.map(row);
  const items = start.items.map((item) => field(item));
  const form = el('form', { novalidate: true },
    el('fieldset', {},
      el('legend', {}, el('h2', { tabindex: -1 }, start.question)),
      el('p', { class: 'note' }, text('concernsIntro')),
      rows.map(({ element }) => element)),
    error,
    el('fieldset', { class: 'item' },
      el('legend', {}, start.toldQuestion),
      el('p', { class: 'note' }, text('toldHint')),
      el('div', { class: 'chips' }, rows.map(({ chip }) => chip))),
    items.map(({ element }) => element),
    el('div', { class: 'buttons' }, el('button', { type: 'submit', class: 'primary' }, text('concernsStart'))));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = rows.filter(({ box }) => box.checked);
    const wrong = items.filter((item) => !item.check());
    error.textContent = chosen.length === 0 ? text('concernsMissing') : '';
    if (chosen.length === 0) rows[0].box.focus();
    else if (wrong.length > 0) wrong[0].focus();
    else refresh({ step: { act: 'start', ...said(chosen, rows, items) }, focus: true });
  });
  replace(card, form);
}

function said(chosen, rows, items) {
  const ids = (some) => some.map(({ id }) => id);
  const answers = items.filter((item) => item.value() !== '').map((item) => [item.factor, item.typed()]);
  return { concerns: ids(chosen), told: ids(rows.filter(({ told }) => told.checked)), answers: Object.fromEntries(answers) };
}

// A condition twice: whether it brings someone here, and whether a doctor has named it, which is asked of all of them.
function row({ condition, name }) {
  const id = freshId('concern');
  const box = el('input', { type: 'checkbox', id, name: 'concern', value: condition });
  const told = el('input', { type: 'checkbox', 'data-told': condition });
  return {
    id: condition,
    box,
    told,
    element: el('label', { class: 'option', for: id }, box, el('span', { class: 'name' }, name)),
    chip: el('label', { class: 'chip' }, told, el('span', {}, name)),
  };
}
