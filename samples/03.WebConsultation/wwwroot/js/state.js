// One consultation: the profile document, what was asked in which order, and the latest assessment. In memory only.

const today = () => {
  const now = new Date();
  const two = (n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const emptyProfile = () => ({ asOf: today(), concerns: [], screened: [], observations: {} });

export const state = {
  profile: emptyProfile(),
  steps: [], // answered questions, each with the profile before it
  assessment: null,
  catalog: null,
  view: 'consultation',
  choosing: true, // the concerns are being chosen
  goOn: false, // asking on although it is enough
};

export function startOver() {
  Object.assign(state, { profile: emptyProfile(), steps: [], assessment: null, choosing: true, goOn: false });
}

export function changeProfile(change) {
  const before = structuredClone(state.profile);
  change(state.profile);
  state.steps.push(before);
}

export function stepBack() {
  const before = state.steps.pop();
  if (before) state.profile = before;
}

export const screenId = (entry) => (typeof entry === 'string' ? entry : entry.id);

export function answered() {
  return Object.keys(state.profile.observations ?? {}).length + (state.profile.screened ?? []).length;
}

// Takes over a profile document that the server has accepted.
export function continueWith(profile) {
  startOver();
  state.profile = { ...emptyProfile(), ...profile };
  state.profile.concerns ??= [];
  state.profile.screened ??= [];
  state.profile.observations ??= {};
  state.choosing = state.profile.concerns.length === 0;
}

// A condition at which no scored rule aims has no index.
export const hasIndex = (condition) => condition.score !== undefined;

export const concerns = () => (state.assessment?.conditions ?? []).filter((condition) => condition.concern);
export const nameOf = (condition) => state.catalog.conditions.find((c) => c.id === condition)?.name ?? condition;
export const bandName = (id) => state.catalog.bands.find((band) => band.id === id)?.name ?? id;

// An index as a whole number that never crosses into the next band.
export function whole(score) {
  let rounded = Math.round(score);
  for (const { below } of state.catalog.bands) {
    if (below !== null && score < below && rounded >= below) rounded = Math.ceil(below) - 1;
  }
  return Math.max(0, rounded);
}
