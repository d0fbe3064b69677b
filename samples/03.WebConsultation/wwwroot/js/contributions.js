// What makes an index, rule by rule, each with an explanation from the library.

import * as api from './api.js';
import { el, freshId, replace } from './dom.js';
import { number, text } from './i18n.js';
import { state } from './state.js';

const openOnes = new Set();

export function contributions(condition) {
  const counted = condition.contributions.filter((c) => c.counted && c.logOdds !== 0);
  const details = el('details', { open: openOnes.has(condition.id) },
    el('summary', {}, text('madeOf')),
    counted.length === 0 ? el('p', { class: 'note' }, text('madeOfNothing')) : el('ul', { class: 'plain' }, counted.map(item)));
  details.addEventListener('toggle', () => (details.open ? openOnes.add(condition.id) : openOnes.delete(condition.id)));
  return details;
}

function item(contribution) {
  const { title } = contribution;
  const region = el('div', { id: freshId('explanation'), 'aria-live': 'polite' });
  const weight = contribution.logOdds > 0 ? text('share', { percent: number(100 * contribution.share) }) : text('protects');
  const button = el('button', { type: 'button', class: 'link', 'aria-expanded': 'false', 'aria-controls': region.id, 'aria-label': text('explainOf', { name: title }) }, text('explain'));
  button.addEventListener('click', async () => {
    const open = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!open));
    replace(region);
    if (!open) await showExplanation(region, contribution.rule);
  });
  return el('li', {}, el('span', { class: 'name' }, title), ' ',
    el('span', { class: 'note' }, `${weight} · ${text('certainty', { certainty: text(contribution.certainty) })} `), button, region);
}

async function showExplanation(region, id) {
  try {
    const { lines, evidence } = await api.explain(state.profile, id);
    replace(region, lines.map((line) => el('p', { class: 'explanation' }, line)), el('p', { class: 'note' }, evidence.join(', ')));
  } catch (error) {
    replace(region, el('p', { class: 'error' }, error.message));
  }
}
