// One consultation: the session as the library wrote it, and what is drawn of it. In memory only.

import * as api from './api.js';

export const today = () => {
  const now = new Date();
  const two = (n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const nothing = () => ({
  session: null, // the text that the library reads again
  profile: { concerns: [], observations: {} },
  assessment: null,
  question: null,
  why: '',
  asked: 0,
  toEnough: 0,
  toFull: 0,
  canGoBack: false,
  leftOut: [],
  saved: true, // the file holds everything that was said
  choosing: true, // the start page is shown
  goOn: false, // asking on although it is enough
  stopped: false, // the page was asked for before it was enough
});

export const state = { ...nothing(), catalog: null, start: null, view: 'consultation' };

export const startOver = () => Object.assign(state, nothing());

// Takes a step and keeps what came out. The library reads the session and the step, and nothing else.
export async function take(step) {
  const taken = await api.consult({ ...step, session: state.session ?? undefined, today: today() });
  keep(taken);
  return taken;
}

export function keep({ session, profile, assessment, why, asked, toEnough, toFull, canGoBack, atStart, leftOut }) {
  if (atStart) {
    startOver();
    return;
  }
  Object.assign(state, {
    session, profile, assessment, why, asked, toEnough, toFull, canGoBack, leftOut,
    question: assessment.nextQuestions[0] ?? null,
    choosing: false,
    saved: asked === 0,
  });
}

export const answered = () => Object.keys(state.profile.observations ?? {}).length + (state.profile.screened ?? []).length;

// Whether the questions have come to an end for now.
export const isDone = () => state.question === null || state.stopped || (state.assessment.enough && !state.goOn);

// A condition at which no scored rule aims has no index.
export const hasIndex = (condition) => condition.score !== undefined;

export const concerns = () => (state.assessment?.conditions ?? []).filter((condition) => condition.concern);
export const nameOf = (condition) => state.catalog.conditions.find((c) => c.id === condition)?.name ?? condition;
export const bandName = (id) => state.catalog.bands.find((band) => band.id === id)?.name ?? id;

// An index as a whole number that never crosses into the next band.
export function whole(score) {
  let rounded = Math.round(score);
  for (const { below } of state.catalog.bands) {
    if (below !== undefined && score < below && rounded >= below) rounded = Math.ceil(below) - 1;
  }
  return Math.max(0, rounded);
}
