// Starts the page and draws it again after each answer.

import * as api from './api.js';
import { showCard } from './card.js';
import { announce, byId } from './dom.js';
import { clearFailure, showFailure } from './failure.js';
import { showFiles } from './files.js';
import { chooseLanguage, language, text } from './i18n.js';
import { showLevers } from './levers.js';
import { showPlayground } from './playground.js';
import { showReport } from './report.js';
import { scoresInWords, showScores } from './scores.js';
import { state } from './state.js';
import { showTriage } from './triage.js';

let newest = 0;

// Assesses the profile and draws everything. An answer that was overtaken by a newer one is dropped.
async function refresh({ focus = false } = {}) {
  const mine = ++newest;
  try {
    const assessment = state.choosing && state.profile.concerns.length === 0 ? null : await api.assess(state.profile);
    if (mine !== newest) return;
    state.assessment = assessment;
    clearFailure();
    draw(focus);
    if (assessment && state.view === 'consultation') announce(scoresInWords());
  } catch (error) {
    if (mine === newest) showFailure(error);
  }
}

function draw(focus) {
  const urgent = showTriage();
  showCard(byId('card'), byId('progress'), { refresh, openReport: () => openView('report') });
  showScores(byId('scores'));
  showLevers(byId('levers'));
  showFiles(byId('files'), { refresh });
  if (state.view === 'report') showReport(byId('report'));
  if (!focus) return;
  const target = urgent ?? byId('card').querySelector('h2');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}

function openView(view) {
  state.view = view;
  for (const name of ['consultation', 'report', 'playground']) byId(name).hidden = name !== view;
  for (const tab of document.querySelectorAll('.tab')) {
    if (tab.dataset.view === view) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  if (view === 'report') showReport(byId('report'));
  if (view === 'playground') showPlayground(byId('playground'));
  byId(`${view}-title`)?.focus();
}

async function speak(wanted) {
  chooseLanguage(wanted);
  byId('language').value = language();
  state.catalog = await api.catalog();
  byId('disclaimer').textContent = state.catalog.disclaimer;
  byId('version').textContent = text('rules', { name: state.catalog.ruleSet, version: state.catalog.version, hash: state.catalog.sha256.slice(0, 12) });
}

async function changeLanguage(wanted) {
  try {
    await speak(wanted);
    await refresh();
    if (state.view === 'playground') showPlayground(byId('playground'), { again: true });
  } catch (error) {
    showFailure(error);
  }
}

async function start() {
  const wanted = new URLSearchParams(location.search).get('lang') ?? navigator.language.slice(0, 2);
  for (const tab of document.querySelectorAll('.tab')) tab.addEventListener('click', () => openView(tab.dataset.view));
  byId('language').addEventListener('change', (event) => changeLanguage(event.target.value));
  try {
    await speak(wanted);
    await refresh();
    document.querySelector('.tab[data-view="consultation"]').setAttribute('aria-current', 'page');
    document.documentElement.dataset.ready = 'true';
  } catch (error) {
    showFailure(error);
  }
}

start();
