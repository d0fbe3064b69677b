// The live scores: rows stay in place and move as answers come.

import { bar } from './chart.js';
import { contributions } from './contributions.js';
import { el, replace } from './dom.js';
import { number, text } from './i18n.js';
import { bandName, concerns, hasIndex, state, whole } from './state.js';

const rows = new Map();

export function showScores(section) {
  const title = el('h2', { id: 'scores-title' }, text('scoresTitle'));
  if (!state.assessment) {
    replace(section, title, el('p', { class: 'note' }, text('scoresEmpty')));
    return;
  }
  const conditions = state.assessment.conditions.filter(hasIndex);
  const others = conditions.filter((c) => !c.concern);
  replace(section, title,
    group('concernsGroup', conditions.filter((c) => c.concern)),
    group('statesGroup', others.filter((c) => c.kind !== 'skin-condition')),
    el('details', { id: 'other-scores', open: rows.get('others-open') }, el('summary', {}, text('othersGroup')),
      others.filter((c) => c.kind === 'skin-condition').map(row)),
    el('p', { class: 'note' }, text('scoresNote')));
  section.querySelector('#other-scores').addEventListener('toggle', (event) => rows.set('others-open', event.target.open));
}

// Marks what the indices would be after changes; null takes the marks away.
export function markAfter(conditions) {
  for (const { id } of state.assessment?.conditions ?? []) {
    const after = conditions?.find((c) => c.condition === id);
    rows.get(id)?.chart.mark(after && Math.abs(after.scoreAfter - after.scoreBefore) > 1e-9 ? after.scoreAfter : null);
  }
}

export function scoresInWords() {
  return concerns().filter(hasIndex).map((c) => (c.settled
    ? text('announceScore', { name: c.name, score: number(whole(c.score)), band: bandName(c.band) })
    : text('announceOpen', { name: c.name, low: number(whole(c.interval.low)), high: number(whole(c.interval.high)) }))).join(' ');
}

function group(title, conditions) {
  return conditions.length > 0 && el('div', { class: 'group' }, el('h3', {}, text(title)), conditions.map(row));
}

function row(condition) {
  if (!rows.has(condition.id)) {
    const parts = { chart: bar(), name: el('span', { class: 'name' }), band: el('span', { class: 'band' }), index: el('p', { class: 'index' }), open: el('p', { class: 'note' }), made: el('div') };
    parts.element = el('div', { class: 'score', 'data-condition': condition.id },
      el('p', { class: 'heading' }, parts.name, parts.band), parts.chart.picture, parts.index, parts.open, parts.made);
    rows.set(condition.id, parts);
  }
  const parts = rows.get(condition.id);
  const [index, open] = words(condition);
  parts.name.textContent = condition.name;
  parts.band.hidden = !condition.settled;
  parts.band.textContent = bandName(condition.band);
  parts.band.dataset.band = state.catalog.bands.findIndex((band) => band.id === condition.band);
  parts.index.textContent = index;
  parts.open.textContent = open;
  parts.chart.update(condition, `${condition.name}. ${index}. ${open}`);
  replace(parts.made, condition.concern ? contributions(condition) : null);
  return parts.element;
}

// As long as much is open, the range is all that can be said.
function words({ score, ceiling, band, interval, settled }) {
  const low = number(whole(interval.low));
  const high = number(whole(interval.high));
  if (!settled) return [text('openLine', { low, high }), text('openNote')];
  return [
    text('indexLine', { score: number(whole(score)), ceiling: number(whole(ceiling)), band: bandName(band) }),
    low === high ? text('intervalDone') : text('intervalLine', { low, high }),
  ];
}
