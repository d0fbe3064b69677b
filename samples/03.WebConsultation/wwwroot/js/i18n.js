// The page's own words. The library's words come in the same language through the API.

import { de } from './texts.de.js';
import { en } from './texts.en.js';

const languages = { en, de };
let current = 'en';

export const language = () => current;

export function chooseLanguage(wanted) {
  current = Object.hasOwn(languages, wanted) ? wanted : 'en';
  document.documentElement.lang = current;
  document.title = text('title');
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = text(element.dataset.text);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', text(element.dataset.label));
}

// A text, with {names} filled in.
export function text(name, values = {}) {
  const found = languages[current][name] ?? en[name] ?? name;
  return found.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ''));
}

export const number = (value, digits = 0) => new Intl.NumberFormat(current, { maximumFractionDigits: digits }).format(value);

// What has a plural: `one` where the number is 1.
export const count = (name, n) => text(n === 1 ? `${name}One` : name, { n: number(n) });

export function list(names) {
  return new Intl.ListFormat(current, { type: 'conjunction' }).format(names);
}

// A unit in words: 'g/d' is 'g a day'.
export function unit(code) {
  const words = languages[current].units;
  if (!code) return '';
  if (Object.hasOwn(words.whole, code)) return words.whole[code];
  const [what, per] = code.split('/');
  const counted = what.replace(/^\{(.*)\}$/, (_, name) => words.counted[name] ?? name);
  return [counted || words.times, per && (words.per[per] ?? `/ ${per}`)].filter(Boolean).join(' ');
}

export function choice(name, label) {
  return label ?? languages[current].choices[name] ?? name.replaceAll('-', ' ');
}
