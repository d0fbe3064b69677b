// Which conditions the consultation is about.

import { el, replace } from './dom.js';
import { text } from './i18n.js';
import { state } from './state.js';

export function showConcerns(card, refresh) {
  const error = el('p', { class: 'error', id: 'concerns-error', role: 'alert' });
  const options = state.catalog.conditions
    .filter((condition) => condition.kind === 'skin-condition')
    .map((condition) => el('label', { class: 'option' },
      el('input', { type: 'checkbox', name: 'concern', value: condition.id, checked: state.profile.concerns.includes(condition.id) }),
      el('span', {}, el('span', { class: 'name' }, condition.name), el('span', { class: 'note' }, condition.description ?? ''))));
  const form = el('form', { novalidate: true },
    el('fieldset', {},
      el('legend', {}, el('h2', { tabindex: -1 }, text('concernsTitle'))),
      el('p', { class: 'note' }, text('concernsIntro')),
      options),
    error,
    el('div', { class: 'buttons' }, el('button', { type: 'submit', class: 'primary' }, text('concernsStart'))));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = [...form.elements.concern].filter((box) => box.checked).map((box) => box.value);
    if (chosen.length === 0) {
      error.textContent = text('concernsMissing');
      form.elements.concern[0].focus();
      return;
    }
    state.profile.concerns = chosen;
    state.choosing = false;
    refresh({ focus: true });
  });
  replace(card, form);
}
