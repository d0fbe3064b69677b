// The card in the middle: the start page, then one question at a time, then the page to keep.

import * as api from './api.js';
import { showConcerns } from './concerns.js';
import { el, replace } from './dom.js';
import { reasons } from './failure.js';
import { text } from './i18n.js';
import { showQuestion } from './question.js';
import { isDone, startOver, state } from './state.js';

export function showCard(card, progress, { refresh, openReport }) {
  const { question } = state;
  if (state.choosing) {
    mark(card, 'concerns', null);
    showConcerns(card, refresh);
    replace(progress);
    return;
  }
  const done = isDone();
  mark(card, done ? 'enough' : question.id, done ? null : question);
  if (done) showPage(card, { refresh, openReport });
  else showQuestion(card, question, refresh);
  card.append(steps(done, refresh));
  showProgress(progress);
}

function mark(card, name, question) {
  card.dataset.step = state.asked;
  card.dataset.question = name;
  card.dataset.asks = question?.asks ?? '';
  card.dataset.items = question?.items.map((item) => item.factor).join(' ') ?? '';
}

// The first page of the report, and where to go from it.
function showPage(card, { refresh, openReport }) {
  const { enough, full } = state.assessment;
  const more = state.question !== null;
  const words = enough ? (full ? 'full' : 'enough') : more ? 'soFar' : 'open';
  const goOn = () => {
    Object.assign(state, { goOn: true, stopped: false });
    refresh({ focus: true });
  };
  const frame = el('iframe', { sandbox: '', title: text('firstPageFrame'), class: 'report first' });
  const error = el('div', { role: 'alert' });
  replace(card,
    el('h2', { tabindex: -1 }, text(`${words}Title`)),
    el('p', {}, text(`${words}Text`)),
    frame, error,
    el('div', { class: 'buttons' },
      more && el('button', { type: 'button', class: 'primary', onclick: goOn }, text('moreQuestions')),
      words === 'open' && el('button', { type: 'button', class: 'primary', onclick: () => refresh({ step: { act: 'load', profile: state.profile }, focus: true }) }, text('askOpen')),
      el('button', { type: 'button', onclick: openReport }, text('showReport'))),
    !more && el('p', { class: 'note' }, text('nothingLeft')));
  api.report(state.profile, 'first')
    .then((html) => frame.setAttribute('srcdoc', html))
    .catch((problem) => replace(error, reasons(problem).map((reason) => el('p', { class: 'error' }, reason))));
}

function steps(done, refresh) {
  const quiet = (name, onclick, disabled = false) => el('button', { type: 'button', class: 'quiet', disabled, onclick }, text(name));
  return el('div', { class: 'steps' },
    quiet('back', () => {
      state.stopped = false;
      refresh({ step: { act: 'back' }, focus: true });
    }, !state.canGoBack),
    !done && quiet('stopHere', () => { state.stopped = true; refresh({ focus: true }); }),
    quiet('changeConcerns', () => beginAgain(refresh)));
}

function beginAgain(refresh) {
  startOver();
  refresh({ focus: true });
}

function showProgress(progress) {
  const { asked, toEnough, toFull, assessment } = state;
  const open = assessment.enough ? 0 : Math.max(1, toEnough);
  const line = text(open > 0 ? 'progress' : toFull > 0 ? 'progressFull' : 'progressDone', { done: asked, open, full: toFull });
  replace(progress,
    el('p', { id: 'progress-text', class: 'note' }, line),
    el('progress', { max: asked + open + (open > 0 ? 0 : toFull) || 1, value: asked || (open + toFull > 0 ? 0 : 1), 'aria-labelledby': 'progress-text' }),
    assessment.triage.complete ? null : el('p', { class: 'note' }, text('notChecked')));
}
