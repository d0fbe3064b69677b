// "What if": sliders on what could be changed and is not held back. The numbers are the library's.

import * as api from './api.js';
import { delayed, el, freshId, replace } from './dom.js';
import { showFailure } from './failure.js';
import { choice, count, number, text, unit } from './i18n.js';
import { markAfter } from './scores.js';
import { concerns, hasIndex, nameOf, state, whole } from './state.js';
import { urgent } from './triage.js';

let newest = 0;

export function showLevers(section) {
  const levers = state.assessment?.levers ?? [];
  const free = levers.filter((lever) => lever.held.length === 0 && lever.unresolved.length === 0);
  section.hidden = state.choosing || urgent() || levers.length === 0;
  newest++;
  markAfter(null);
  if (section.hidden) {
    replace(section);
    return;
  }
  const changes = new Map();
  const outcome = el('div', { class: 'outcome', 'aria-live': 'polite' }, unchanged());
  const run = delayed(() => showOutcome(outcome, changes), 120);
  const inputs = free.map((lever) => control(lever, changes, run));
  const held = levers.filter((lever) => lever.held.length > 0).length;
  const waiting = levers.length - free.length - held;
  replace(section,
    el('h2', { id: 'levers-title' }, text('leversTitle')),
    el('p', { class: 'note' }, text(free.length > 0 ? 'leversIntro' : 'leverNone')),
    inputs.map((input) => input.element),
    outcome,
    free.length > 0 && el('button', { type: 'button', class: 'quiet', onclick: () => { inputs.forEach((input) => input.reset()); changes.clear(); run(); } }, text('back2today')),
    held > 0 && el('p', { class: 'note' }, count('leverHeld', held)),
    waiting > 0 && el('p', { class: 'note' }, count('leverWaits', waiting)));
}

// "Change nothing" is a row of its own, with its interval.
function unchanged() {
  return el('div', {}, el('h3', {}, text('changeNothing')), el('ul', { class: 'plain' }, concerns().filter(hasIndex).map((c) => el('li', {},
    text(c.settled ? 'changeNothingLine' : 'changeNothingOpen', { name: c.name, score: number(whole(c.score)), low: number(whole(c.interval.low)), high: number(whole(c.interval.high)) })))));
}

async function showOutcome(outcome, changes) {
  const mine = ++newest;
  if (changes.size === 0) {
    markAfter(null);
    replace(outcome, unchanged());
    return;
  }
  try {
    const { conditions } = await api.whatIf(state.profile, Object.fromEntries(changes));
    if (mine !== newest) return;
    const moved = conditions.filter((c) => c.scoreBefore !== undefined).filter((c) => concerns().some((concern) => concern.id === c.condition) || Math.abs(c.gain) > 1e-9);
    markAfter(conditions);
    replace(outcome,
      el('ul', { class: 'plain' }, moved.map((c) => el('li', { 'data-condition': c.condition },
        text('whatIfLine', { name: nameOf(c.condition), before: number(whole(c.scoreBefore)), after: number(whole(c.scoreAfter)) })))),
      el('p', { class: 'note' }, text('whatIfNote')));
  } catch (error) {
    showFailure(error);
  }
}

function control(lever, changes, run) {
  const factor = state.catalog.factors[lever.factor];
  return typeof lever.from === 'number' ? slider(lever, factor, changes, run) : toggle(lever, factor, changes, run);
}

function slider(lever, factor, changes, run) {
  const low = Math.min(lever.from, lever.to);
  const high = Math.max(lever.from, lever.to);
  const step = factor.kind === 'integer' ? 1 : niceStep((high - low) / 40);
  const say = (value) => `${number(value, 2)} ${unit(factor.unit)}`.trim();
  const output = el('output', {}, text('leverNow', { value: say(lever.from) }));
  const id = freshId('lever');
  const steps = Math.max(1, Math.round((high - low) / step));
  const at = (position) => (lever.to > lever.from ? Math.min(lever.to, lever.from + position * step) : Math.max(lever.to, lever.from - position * step));
  const input = el('input', { type: 'range', id, min: 0, max: steps, step: 1, value: 0, 'data-factor': lever.factor, 'aria-valuetext': say(lever.from) });
  input.addEventListener('input', () => {
    const position = Number(input.value);
    const value = position === steps ? lever.to : at(position);
    output.textContent = position === 0 ? text('leverNow', { value: say(value) }) : say(value);
    input.setAttribute('aria-valuetext', say(value));
    if (position === 0) changes.delete(lever.factor);
    else changes.set(lever.factor, value);
    run();
  });
  return {
    element: el('div', { class: 'lever' }, el('label', { for: id, class: 'name' }, factor.name), output, input,
      el('p', { class: 'ends note' }, el('span', {}, text('leverNow', { value: say(lever.from) })), el('span', {}, text('leverGoal', { value: say(lever.to) })))),
    reset() {
      input.value = 0;
      output.textContent = text('leverNow', { value: say(lever.from) });
      input.setAttribute('aria-valuetext', say(lever.from));
    },
  };
}

function toggle(lever, factor, changes, run) {
  const say = (value) => (typeof value === 'boolean' ? text(value ? 'yes' : 'no') : choice(value, factor.choices?.[value]));
  const input = el('input', { type: 'checkbox', 'data-factor': lever.factor });
  input.addEventListener('change', () => {
    if (input.checked) changes.set(lever.factor, lever.to);
    else changes.delete(lever.factor);
    run();
  });
  return {
    element: el('label', { class: 'lever option' }, input, el('span', {}, el('span', { class: 'name' }, factor.name), ' ',
      el('span', { class: 'note' }, `${say(lever.from)} → ${say(lever.to)}`))),
    reset() { input.checked = false; },
  };
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  return [1, 2, 5, 10].map((n) => n * power).find((step) => step >= rough);
}
