// One question, drawn from what the library says of it alone.

import { el, freshId, replace } from './dom.js';
import { choice, count, list, number, text, unit } from './i18n.js';
import { settles } from './narrowing.js';
import { changeProfile, concerns, screenId, state } from './state.js';

const notSaid = 'prefer-not-to-say'; // a choice some factors have; the button of that name leaves the answer open instead

export function showQuestion(card, question, refresh) {
  const save = (change) => {
    changeProfile(change);
    refresh({ focus: true });
  };
  const answer = (value) => save((profile) => { profile.observations[question.factor] = value; });
  const title = freshId('question');
  replace(card,
    el('p', { class: 'kicker' }, text(question.reason === 'safety' ? 'safetyQuestion' : 'scoreQuestion')),
    el('h2', { id: title, tabindex: -1 }, question.question),
    inputs(question, title, answer, save),
    why(question));
}

function inputs(question, title, answer, save) {
  const declined = { declined: true };
  const decline = el('button', { type: 'button', class: 'quiet', onclick: () => answer(declined) }, text('decline'));
  switch (question.kind) {
    case 'screen':
      return screen(question, title, save);
    case 'boolean':
      return choices(title, [button('yes', () => answer(true)), button('no', () => answer(false))], decline);
    case 'choice':
      return choices(title, question.choices.filter((c) => c !== notSaid).map((c) =>
        el('button', { type: 'button', onclick: () => answer(c) }, choice(c, state.catalog.factors[question.factor]?.choices?.[c]))), decline);
    default:
      return numeric(question, title, answer, decline);
  }
}

const button = (name, onclick) => el('button', { type: 'button', onclick }, text(name));

const choices = (title, buttons, decline) => el('div', { class: 'buttons', role: 'group', 'aria-labelledby': title }, buttons, decline);

function numeric(question, title, answer, decline) {
  const { min, max, kind } = question;
  const error = el('p', { class: 'error', id: freshId('error'), role: 'alert' });
  const hint = el('span', { class: 'note', id: freshId('unit') }, unit(question.unit));
  const input = el('input', {
    type: 'number', inputmode: 'decimal', step: kind === 'integer' ? 1 : 'any', min, max, required: true, 'aria-labelledby': title,
    'aria-describedby': `${hint.id} ${error.id}`,
  });
  const form = el('form', { novalidate: true },
    el('div', { class: 'field' }, input, hint), error,
    el('div', { class: 'buttons' }, el('button', { type: 'submit', class: 'primary' }, text('next')), decline));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const value = input.valueAsNumber;
    error.textContent = fault(value, { min, max, kind });
    if (error.textContent) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    } else {
      answer(value);
    }
  });
  return form;
}

function fault(value, { min, max, kind }) {
  if (!Number.isFinite(value)) return text('aNumber');
  if (kind === 'integer' && !Number.isInteger(value)) return text('whole');
  if (value >= (min ?? -Infinity) && value <= (max ?? Infinity)) return '';
  return max === undefined ? text('atLeast', { min: number(min) }) : text('outside', { min: number(min ?? 0, 2), max: number(max, 2) });
}

function screen(question, title, save) {
  const go = el('button', { type: 'submit', class: 'primary', disabled: true }, text('someOfThese'));
  const none = el('button', { type: 'button', class: 'primary' }, text('noneOfThese'));
  const boxes = question.items.map((item) => el('input', { type: 'checkbox', value: item.factor }));
  const form = el('form', {},
    el('p', { class: 'note' }, text('screenHint')),
    el('div', { role: 'group', 'aria-labelledby': title },
      question.items.map((item, i) => el('label', { class: 'option' }, boxes[i], el('span', {}, item.question)))),
    el('div', { class: 'buttons' }, none, go,
      el('button', { type: 'button', class: 'quiet', onclick: () => save((profile) => {
        for (const item of question.items) profile.observations[item.factor] = { declined: true };
      }) }, text('decline'))));
  form.addEventListener('change', () => {
    go.disabled = !boxes.some((box) => box.checked);
    none.disabled = !go.disabled;
  });
  const answered = (profile) => {
    profile.screened = profile.screened.filter((entry) => screenId(entry) !== question.screen);
    profile.screened.push(question.screen);
    for (const box of boxes) if (box.checked) profile.observations[box.value] = true;
  };
  none.addEventListener('click', () => save(answered));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save(answered);
  });
  return form;
}

function why(question) {
  const sentences = [question.reason === 'safety' ? text('whySafety') : null, decides(question), links(question), narrows(question)];
  return el('details', { class: 'why' },
    el('summary', {}, text('why')),
    sentences.flat().filter(Boolean).map((sentence) => el('p', {}, sentence)));
}

function narrows(question) {
  const share = settles(state.assessment, question);
  return share >= 0.005 ? text('narrows', { percent: number(100 * share) }) : text('narrowsNot');
}

function decides({ decides: ids }) {
  const names = ids.map((id) => state.catalog.interventions[id]).filter(Boolean);
  const flags = ids.length - names.length;
  const shown = names.length > 6 ? [...names.slice(0, 5), '…'] : names;
  return [flags > 0 && count('whyFlags', flags), names.length > 0 && text('whySuggestions', { names: shown.length < names.length ? shown.join(', ') : list(shown) })];
}

// The rules of the concerns that wait for this answer, by title.
function links(question) {
  const asked = new Set(question.factor ? [question.factor] : question.items.map((item) => item.factor));
  const titles = concerns()
    .flatMap((condition) => condition.contributions)
    .filter((c) => !c.determined && !c.informational && asked.has(c.factor))
    .map((c) => state.catalog.rules[c.rule]?.title ?? c.rule);
  return titles.length > 0 && text('whyScore', { names: list(titles.slice(0, 6)) });
}
