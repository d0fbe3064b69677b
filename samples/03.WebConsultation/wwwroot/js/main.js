// Starts the page and draws it again after each answer.

import * as api from './api.js';
import { isModern, isRemote, NoLibrary, startLibrary } from './backend.js';
import { showCard } from './card.js';
import { announce, byId, el, replace } from './dom.js';
import { clearFailure, fault, showFailure } from './failure.js';
import { showFiles } from './files.js';
import { chooseLanguage, language, text } from './i18n.js';
import { showLevers } from './levers.js';
import { keepForOffline } from './offline.js';
import { showPlayground } from './playground.js';
import { showReport } from './report.js';
import { scoresInWords, showScores } from './scores.js';
import { state, take } from './state.js';
import { showTriage } from './triage.js';

let newest = 0;

// Takes a step (none: draws what is there) and draws everything. An answer that was overtaken by a newer one is dropped.
async function refresh({ step = null, focus = false } = {}) {
  const mine = ++newest;
  const waits = setTimeout(() => announce(text('working')), 400);
  byId('consultation').setAttribute('aria-busy', 'true');
  try {
    if (step || state.session) await namesOfEverything();
    if (step && mine === newest) await take(step);
    if (mine !== newest) return;
    clearFailure();
    draw(focus);
    if (state.assessment && state.view === 'consultation') announce(scoresInWords());
  } catch (error) {
    if (mine === newest) showFailure(error);
  } finally {
    clearTimeout(waits);
    if (mine === newest) byId('consultation').removeAttribute('aria-busy');
  }
}

function draw(focus) {
  const urgent = showTriage();
  showCard(byId('card'), byId('progress'), { refresh, openReport: () => openView('report') });
  showScores(byId('scores'));
  showLevers(byId('levers'));
  showFiles(byId('files'), { refresh });
  replace(byId('left-out'), state.leftOut.length > 0 && el('div', { class: 'triage' },
    el('p', {}, text('leftOut')), el('ul', {}, state.leftOut.map((d) => el('li', {}, fault(d))))));
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
  if (view === 'playground') openPlayground();
  byId(`${view}-title`)?.focus();
}

async function openPlayground(options) {
  try {
    await namesOfEverything();
    showPlayground(byId('playground'), options);
  } catch (error) {
    showFailure(error);
  }
}

// The names that the library gives to conditions, rules and bands, once a language.
async function namesOfEverything() {
  if (state.catalog?.language === language()) return;
  const catalog = await api.catalog();
  state.catalog = { ...catalog, language: language() };
  byId('version').textContent = text('rules', { name: catalog.ruleSet, version: catalog.version, hash: catalog.sha256.slice(0, 12) });
}

async function speak(wanted) {
  chooseLanguage(wanted);
  byId('language').value = language();
  state.starts ??= await (await fetch('start.json')).json();
  state.start = state.starts[language()];
  byId('disclaimer').textContent = state.start.disclaimer;
  byId('where').textContent = text(isRemote ? 'sentToServer' : 'staysHere');
}

async function changeLanguage(wanted) {
  try {
    await speak(wanted);
    await refresh(state.session ? { step: { act: 'look' } } : {});
    if (state.view === 'playground') await openPlayground({ again: true });
  } catch (error) {
    showFailure(error);
  }
}

// Nothing is stored, so leaving is losing: the browser asks first, where something was said and not saved.
addEventListener('beforeunload', (event) => {
  if (!state.saved) event.preventDefault();
});

async function start() {
  const wanted = new URLSearchParams(location.search).get('lang') ?? navigator.language.slice(0, 2);
  for (const tab of document.querySelectorAll('.tab')) tab.addEventListener('click', () => openView(tab.dataset.view));
  byId('language').addEventListener('change', (event) => changeLanguage(event.target.value));
  try {
    await speak(wanted);
    draw(false);
    document.querySelector('.tab[data-view="consultation"]').setAttribute('aria-current', 'page');
    document.documentElement.dataset.ready = 'true';
    if (!isRemote && !isModern()) throw new NoLibrary('oldBrowser');
    startLibrary();
    await namesOfEverything();
    document.documentElement.dataset.library = 'true';
    await keepForOffline();
  } catch (error) {
    showFailure(error);
  }
}

start();
