// One question, drawn from what the library says of it alone.

import { el, freshId, replace } from './dom.js';
import { count, list, number, text } from './i18n.js';
import { settles } from './narrowing.js';
import { changeProfile, concerns, screenId, state } from './state.js';

const notSaid = 'prefer-not-to-say'; // a choice some factors have; the button of that name leaves the answer open instead

export function showQuestion(card, question, refresh) {
  const save = (change) => {
    changeProfile(change);
    refresh({ focus: true });
  };
  const [item] = question.items;
  const answer = (value) => save((profile) => { profile.observations[item.factor] = value; });
  const title = freshId('question');
  replace(card,
    el('p', { class: 'kicker' }, text(isSafety(question) ? 'safetyQuestion' : 'scoreQuestion')),
    el('h2', { id: title, tabindex: -1 }, question.title),
    question.asks === 'factor' && item.hint ? el('p', { class: 'note' }, item.hint) : null,
    inputs(question, title, answer, save),
    why(question));
}

const isSafety = ({ reason }) => ['urgent', 'soon', 'safety', 'caution'].includes(reason);

function inputs(question, title, answer, save) {
  if (question.asks === 'screen') return screen(question, title, save);
  if (question.asks === 'form') return together(question, title, save);
  const [item] = question.items;
  const decline = el('button', { type: 'button', class: 'quiet', onclick: () => answer({ declined: true }) }, text('decline'));
  switch (item.kind) {
    case 'boolean':
      return choices(title, [button('yes', () => answer(true)), button('no', () => answer(false))], decline);
    case 'choice':
      return choices(title, item.choices.filter((c) => c.id !== notSaid).map((c) =>
        el('button', { type: 'button', onclick: () => answer(c.id) }, c.label)), decline);
    default:
      return numeric(item, title, answer, decline);
  }
}

// The items of a form on one page; what is left open counts as not said.
function together(question, title, save) {
  const fields = question.items.map((item) => field(item));
  const form = el('form', { novalidate: true, 'aria-labelledby': title },
    fields.map(({ row }) => row),
    el('div', { class: 'buttons' }, el('button', { type: 'submit', class: 'primary' }, text('next'))));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = fields.filter((f) => f.check() !== '');
    if (wrong.length > 0) wrong[0].input.focus();
    else save((profile) => { for (const f of fields) profile.observations[f.item.factor] = f.value() ?? { declined: true }; });
  });
  return form;
}

function field(item) {
  const error = el('p', { class: 'error', id: freshId('error'), role: 'alert' });
  const id = freshId('item');
  const isNumber = item.kind === 'number' || item.kind === 'integer';
  const options = item.kind === 'boolean'
    ? [{ id: 'true', label: text('yes') }, { id: 'false', label: text('no') }]
    : item.choices.filter((c) => c.id !== notSaid);
  const input = isNumber
    ? el('input', { id, 'data-factor': item.factor, type: 'number', inputmode: 'decimal', step: item.kind === 'integer' ? 1 : 'any', min: item.min, max: item.max, 'aria-describedby': error.id })
    : el('select', { id, 'data-factor': item.factor }, el('option', { value: '' }, text('decline')), options.map((c) => el('option', { value: c.id }, c.label)));
  const row = el('div', { class: 'field' },
    el('label', { for: id }, item.question), input, item.unitLabel ? el('span', { class: 'note' }, item.unitLabel) : null,
    item.hint ? el('span', { class: 'note' }, item.hint) : null, error);
  return {
    item,
    row,
    input,
    check: () => {
      error.textContent = isNumber && (input.value !== '' || input.validity.badInput) ? fault(input.valueAsNumber, item) : '';
      return error.textContent;
    },
    value: () => input.value === '' ? null : isNumber ? input.valueAsNumber : item.kind === 'boolean' ? input.value === 'true' : input.value,
  };
}

const button = (name, onclick) => el('button', { type: 'button', onclick }, text(name));

const choices = (title, buttons, decline) => el('div', { class: 'buttons', role: 'group', 'aria-labelledby': title }, buttons, decline);

function numeric(item, title, answer, decline) {
  const { min, max, kind } = item;
  const error = el('p', { class: 'error', id: freshId('error'), role: 'alert' });
  const hint = el('span', { class: 'note', id: freshId('unit') }, item.unitLabel ?? '');
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
    profile.screened = profile.screened.filter((entry) => screenId(entry) !== question.id);
    profile.screened.push({ id: question.id, items: question.items.map((item) => item.factor) });
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
  const sentences = [isSafety(question) ? text('whySafety') : null, decides(question), links(question), narrows(question)];
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
  const asked = new Set([...question.fills, ...question.items.map((item) => item.factor)]);
  const titles = concerns()
    .flatMap((condition) => condition.contributions)
    .filter((c) => !c.determined && !c.informational && asked.has(c.factor))
    .map((c) => state.catalog.rules[c.rule]?.title ?? c.rule);
  return titles.length > 0 && text('whyScore', { names: list(titles.slice(0, 6)) });
}
