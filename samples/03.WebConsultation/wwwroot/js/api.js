// The library's calls, as documents in and out. Nothing is sent anywhere unless the page was opened with ?api=.

import { call } from './backend.js';
import { language } from './i18n.js';

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.title ?? String(status));
    this.status = status;
    this.diagnostics = problem?.diagnostics ?? [];
  }
}

async function request(path, body, query = {}) {
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const { status, text } = await call(path, sent, { ...query, culture: language() });
  if (status !== 200) throw new ApiError(status, parsed(text));
  return text;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const json = async (...values) => JSON.parse(await request(...values));

export const catalog = () => json('catalog');
export const consult = (step) => json('consult', step);
export const whatIf = (profile, changes) => json('whatif', { profile, changes });
export const explain = (profile, id) => json('explain', profile, { id });
export const report = (profile, detail) => request('report', profile, { detail });
export const compare = (before, profile) => request('compare', { before, profile });
export const lint = (overlay) => json('rules/lint', overlay);
export const tryRules = (overlay, profile) => json('rules/try', { overlay, profile });
