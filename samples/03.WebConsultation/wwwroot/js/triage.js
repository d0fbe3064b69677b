// Who should see someone first. Drawn above everything else.

import { byId, el, replace } from './dom.js';
import { list, text } from './i18n.js';
import { state } from './state.js';

export const urgent = () => state.assessment?.triage.level === 'refer-urgent';

// Draws the flags; gives the heading to focus when an urgent one has just come up.
export function showTriage() {
  const place = byId('triage');
  const triage = state.assessment?.triage;
  const wasUrgent = place.dataset.level === 'refer-urgent';
  place.dataset.level = triage?.level ?? '';
  if (!triage || triage.flags.length === 0) {
    replace(place);
    return null;
  }
  replace(place, ['urgent', 'soon', 'routine'].map((urgency) => panel(urgency, triage.flags.filter((flag) => flag.urgency === urgency))));
  return urgent() && !wasUrgent ? place.querySelector('h2') : null;
}

function panel(urgency, flags) {
  if (flags.length === 0) return null;
  const title = `triage-${urgency}`;
  const names = [...new Set(flags.flatMap((flag) => flag.refer))].map((id) => state.catalog.interventions[id] ?? id);
  return el('section', { class: `triage ${urgency}`, 'aria-labelledby': title, role: urgency === 'urgent' ? 'alert' : null },
    el('h2', { id: title, tabindex: -1 }, text(`${urgency}Title`)),
    el('ul', {}, flags.map((flag) => el('li', {}, flag.message))),
    names.length > 0 && el('p', {}, text('refer', { names: list(names) })),
    urgency === 'urgent' && el('p', { class: 'note' }, text('urgentText')));
}
