// One item of a form: plain choices, yes or no, or a number. What is left open is not an answer.

import { el, freshId } from './dom.js';
import { number, text } from './i18n.js';

const notSaid = 'prefer-not-to-say'; // a choice that some factors have; leaving an item open says it for all

export const choicesOf = (item) => (item.kind === 'boolean'
  ? [{ id: 'true', label: text('yes') }, { id: 'false', label: text('no') }]
  : item.choices.filter((choice) => choice.id !== notSaid));

export const isNumber = ({ kind }) => kind === 'number' || kind === 'integer';

export const field = (item) => (isNumber(item) ? numeric(item) : choices(item));

// The page of a factor is the same thing with one item.
function choices(item) {
  const name = freshId('choice');
  const options = [...choicesOf(item), { id: '', label: text('leaveOpen') }].map((choice) => ({
    input: el('input', { type: 'radio', name, value: choice.id, checked: choice.id === '' }),
    label: choice.label,
  }));
  const element = el('fieldset', { class: 'item', 'data-factor': item.factor },
    el('legend', {}, item.question), item.hint ? el('p', { class: 'note' }, item.hint) : null,
    el('div', { class: 'chips' }, options.map(({ input, label }) => el('label', { class: input.value === '' ? 'chip open' : 'chip' }, input, el('span', {}, label)))));
  const value = () => options.find(({ input }) => input.checked)?.input.value ?? '';
  return {
    factor: item.factor,
    element,
    check: () => true,
    value,
    typed: () => (item.kind === 'boolean' ? value() === 'true' : value()),
    focus: () => options[0].input.focus(),
  };
}

function numeric(item) {
  const error = el('p', { class: 'error', id: freshId('error'), role: 'alert' });
  const hint = el('span', { class: 'note', id: freshId('hint') }, [item.unitLabel, item.hint].filter(Boolean).join(' · '));
  const id = freshId('item');
  const input = el('input', {
    id, type: 'number', inputmode: item.kind === 'integer' ? 'numeric' : 'decimal', step: item.kind === 'integer' ? 1 : 'any',
    min: item.min, max: item.max, 'aria-describedby': `${hint.id} ${error.id}`,
  });
  const element = el('div', { class: 'item', 'data-factor': item.factor },
    el('label', { for: id }, item.question), el('div', { class: 'field' }, input, hint), error);
  return {
    factor: item.factor,
    element,
    check() {
      error.textContent = input.value !== '' || input.validity.badInput ? fault(input.valueAsNumber, item) : '';
      if (error.textContent) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
      return error.textContent === '';
    },
    value: () => input.value,
    typed: () => input.valueAsNumber,
    focus: () => input.focus(),
  };
}

function fault(value, { min, max, kind }) {
  if (!Number.isFinite(value)) return text('aNumber');
  if (kind === 'integer' && !Number.isInteger(value)) return text('whole');
  if (value >= (min ?? -Infinity) && value <= (max ?? Infinity)) return '';
  return max === undefined ? text('atLeast', { min: number(min) }) : text('outside', { min: number(min ?? 0, 2), max: number(max, 2) });
}
