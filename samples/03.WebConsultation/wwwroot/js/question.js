// One question, drawn from what the library says of it alone: a screen, the items of a form, or one factor.

import { el, freshId, replace } from './dom.js';
import { choicesOf, field, isNumber } from './fields.js';
import { count, list, number, text } from './i18n.js';
import { settles } from './narrowing.js';
import { concerns, state } from './state.js';

export function showQuestion(card, question, refresh) {
  const title = freshId('question');
  const step = (act, answers) => refresh({ step: { act, answers }, focus: true });
  replace(card,
    el('p', { class: 'kicker' }, text(isSafety(question) ? 'safetyQuestion' : 'scoreQuestion')),
    el('h2', { id: title, tabindex: -1 }, question.title),
    inputs(question, title, step),
    why(question));
}

const isSafety = ({ reason }) => ['urgent', 'soon', 'safety', 'caution'].includes(reason);

function inputs(question, title, step) {
  if (question.asks === 'screen') return screen(question, title, step);
  const [item] = question.items;
  return question.asks === 'factor' && !isNumber(item) ? oneTap(item, title, step) : form(question, title, step);
}

const decline = (step) => el('button', { type: 'button', class: 'quiet', onclick: () => step('decline') }, text('decline'));

// A question of one choice is answered by one tap.
function oneTap(item, title, step) {
  return [
    item.hint ? el('p', { class: 'note' }, item.hint) : null,
    el('div', { class: 'buttons', role: 'group', 'aria-labelledby': title, 'data-factor': item.factor },
      choicesOf(item).map((choice) => el('button', { type: 'button', value: choice.id, onclick: () => step('answer', { [item.factor]: choice.id }) }, choice.label)),
      decline(step)),
  ];
}

// The items of a form on one page; what is left open is not asked again.
function form(question, title, step) {
  const fields = question.items.map(field);
  const element = el('form', { novalidate: true, 'aria-labelledby': title },
    fields.map((f) => f.element),
    el('div', { class: 'buttons' }, el('button', { type: 'submit', class: 'primary' }, text('next')), decline(step)));
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = fields.filter((f) => !f.check());
    if (wrong.length > 0) {
      wrong[0].focus();
      return;
    }
    const answers = Object.fromEntries(fields.filter((f) => f.value() !== '').map((f) => [f.factor, f.value()]));
    if (Object.keys(answers).length > 0) step('answer', answers);
    else step('skip');
  });
  return element;
}

// Yes/no factors together: what is ticked is yes, "none of these" is one tap.
function screen(question, title, step) {
  const go = el('button', { type: 'submit', class: 'primary', disabled: true }, text('someOfThese'));
  const none = el('button', { type: 'button', class: 'primary', onclick: () => step('none') }, text('noneOfThese'));
  const boxes = question.items.map((item) => el('input', { type: 'checkbox', value: item.factor }));
  const element = el('form', {},
    el('p', { class: 'note' }, text('screenHint')),
    el('div', { role: 'group', 'aria-labelledby': title },
      question.items.map((item, i) => el('label', { class: 'option' }, boxes[i],
        el('span', {}, item.question, item.hint ? el('span', { class: 'note' }, item.hint) : null)))),
    el('div', { class: 'buttons' }, none, go, decline(step)));
  element.addEventListener('change', () => {
    go.disabled = !boxes.some((box) => box.checked);
    none.disabled = !go.disabled;
  });
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    step('answer', Object.fromEntries(boxes.filter((box) => box.checked).map((box) => [box.value, 'true'])));
  });
  return element;
}

function why(question) {
  return el('details', { class: 'why' },
    el('summary', {}, text('why')),
    [state.why, decides(question), links(question), narrows(question)].flat().filter(Boolean).map((sentence) => el('p', {}, sentence)));
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
    .map((c) => c.title);
  return titles.length > 0 && text('whyScore', { names: list(titles.slice(0, 6)) });
}
