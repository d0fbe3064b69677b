// The card in the middle: the concerns, then one question at a time, then that it is enough.

import { showConcerns } from './concerns.js';
import { el, replace } from './dom.js';
import { text } from './i18n.js';
import { openQuestions } from './narrowing.js';
import { showQuestion } from './question.js';
import { answered, state, stepBack } from './state.js';

export function showCard(card, progress, { refresh, openReport }) {
  card.dataset.step = state.steps.length;
  if (state.choosing || !state.assessment) {
    card.dataset.question = 'concerns';
    card.dataset.asks = '';
    showConcerns(card, refresh);
    replace(progress);
    return;
  }
  const { enough, nextQuestions } = state.assessment;
  const done = nextQuestions.length === 0 || (enough && !state.goOn);
  card.dataset.question = done ? 'enough' : nextQuestions[0].id;
  card.dataset.asks = done ? '' : nextQuestions[0].asks;
  card.dataset.items = done ? '' : nextQuestions[0].items.map((item) => item.factor).join(' ');
  if (done) showEnough(card, nextQuestions.length > 0, { refresh, openReport });
  else showQuestion(card, nextQuestions[0], refresh);
  card.append(steps(refresh));
  showProgress(progress);
}

function showEnough(card, more, { refresh, openReport }) {
  replace(card,
    el('h2', { tabindex: -1 }, text('enoughTitle')),
    el('p', {}, text('enoughText')),
    el('div', { class: 'buttons' },
      el('button', { type: 'button', class: 'primary', onclick: openReport }, text('showReport')),
      more
        ? el('button', { type: 'button', onclick: () => { state.goOn = true; refresh({ focus: true }); } }, text('moreQuestions'))
        : el('p', { class: 'note' }, text('nothingLeft'))));
}

function steps(refresh) {
  return el('div', { class: 'steps' },
    el('button', {
      type: 'button',
      class: 'quiet',
      disabled: state.steps.length === 0,
      onclick: () => { stepBack(); refresh({ focus: true }); },
    }, text('back')),
    el('button', { type: 'button', class: 'quiet', onclick: () => { state.choosing = true; refresh({ focus: true }); } }, text('changeConcerns')));
}

function showProgress(progress) {
  const done = answered();
  const open = state.assessment.enough ? 0 : openQuestions(state.assessment);
  const line = text(open > 0 ? 'progress' : 'progressDone', { done, open });
  replace(progress,
    el('p', { id: 'progress-text', class: 'note' }, line),
    el('progress', { max: done + open || 1, value: done || (open > 0 ? 0 : 1), 'aria-labelledby': 'progress-text' }),
    state.assessment.triage.complete ? null : el('p', { class: 'note' }, text('notChecked')));
}

