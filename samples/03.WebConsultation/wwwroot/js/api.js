// The server's API. Nothing is sent anywhere else, and the server keeps nothing.

import { language } from './i18n.js';

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.title ?? String(status));
    this.status = status;
    this.diagnostics = problem?.diagnostics ?? [];
  }
}

async function request(path, body, query = {}) {
  const search = new URLSearchParams({ ...query, culture: language() });
  const response = await fetch(`api/${path}?${search}`, body === undefined ? {} : {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  if (!response.ok) {
    throw new ApiError(response.status, await response.json().catch(() => null));
  }
  return response;
}

const json = async (...values) => (await request(...values)).json();

export const catalog = () => json('catalog');
export const assess = (profile) => json('assess', profile);
export const whatIf = (profile, changes) => json('whatif', { profile, changes });
export const explain = (profile, id) => json('explain', profile, { id });
export const report = async (profile) => (await request('report', profile)).text();
export const lint = (overlay) => json('rules/lint', overlay);
export const tryRules = (overlay, profile) => json('rules/try', { overlay, profile });
