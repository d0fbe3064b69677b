// The start page: what brings someone here, whether a doctor has named it, age and sex. Drawn from a file, before the library is there.

import { el, freshId, replace } from './dom.js';
import { field } from './fields.js';
import { text } from './i18n.js';
import { state } from './state.js';

export function showConcerns(card, refresh) {
  const { start } = state;
  const error = el('p', { class: 'error', id: 'concerns-error', role: 'alert' });
  const rows = start.concerns.map((concern) => row(concern, start.toldQuestion));
  const items = start.items.map((item) => field(item));
  const form = el('form', { novalidate: true },
    el('fieldset', {},
      el('legend', {}, el('h2', { tabindex: -1 }, start.question)),
      el('p', { class: 'note' }, text('concernsIntro')),
      rows.map(({ element }) => element)),
    error,
    items.map(({ element }) => element),
    el('div', { class: 'buttons' }, el('button', { type: 'submit', class: 'primary' }, text('concernsStart'))));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = rows.filter(({ box }) => box.checked);
    const wrong = items.filter((item) => !item.check());
    error.textContent = chosen.length === 0 ? text('concernsMissing') : '';
    if (chosen.length === 0) rows[0].box.focus();
    else if (wrong.length > 0) wrong[0].focus();
    else refresh({ step: { act: 'start', ...said(chosen, items) }, focus: true });
  });
  replace(card, form);
}

function said(chosen, items) {
  const ids = (rows) => rows.map(({ id }) => id);
  const answers = items.filter((item) => item.value() !== '').map((item) => [item.factor, item.typed()]);
  return { concerns: ids(chosen), told: ids(chosen.filter(({ told }) => told.checked)), answers: Object.fromEntries(answers) };
}

function row({ condition, name }, question) {
  const id = freshId('concern');
  const box = el('input', { type: 'checkbox', id, name: 'concern', value: condition });
  const told = el('input', { type: 'checkbox', 'data-told': condition });
  const more = el('label', { class: 'option told', hidden: true }, told, el('span', {}, question, el('span', { class: 'visually-hidden' }, ` ${name}`)));
  box.addEventListener('change', () => {
    more.hidden = !box.checked;
    if (!box.checked) told.checked = false;
  });
  return { id: condition, box, told, element: el('div', { class: 'concern' }, el('label', { class: 'option', for: id }, box, el('span', { class: 'name' }, name)), more) };
}
