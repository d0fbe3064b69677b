// A bar with whiskers: the index, what open answers could make of it, and the most that present evidence could give.

import { svg } from './dom.js';

const width = 300;
const x = (score) => (width * Math.min(100, Math.max(0, score))) / 100;

export function bar() {
  const parts = {
    track: svg('rect', { class: 'track', x: 0, y: 5, width, height: 14, rx: 3 }),
    reach: svg('rect', { class: 'reach', x: 0, y: 5, height: 14, rx: 3 }),
    value: svg('rect', { class: 'value', x: 0, y: 5, height: 14, rx: 3 }),
    line: svg('line', { class: 'whisker', y1: 12, y2: 12 }),
    low: svg('line', { class: 'whisker', y1: 7, y2: 17 }),
    high: svg('line', { class: 'whisker', y1: 7, y2: 17 }),
    after: svg('path', { class: 'after', visibility: 'hidden' }),
  };
  const ticks = [25, 50, 75].map((at) => svg('line', { class: 'tick', x1: x(at), x2: x(at), y1: 5, y2: 19 }));
  const picture = svg('svg', { viewBox: `-2 0 ${width + 4} 24`, class: 'bar', role: 'img' },
    parts.track, parts.reach, ticks, parts.value, parts.line, parts.low, parts.high, parts.after);
  return {
    picture,
    update({ score, interval, ceiling }, label) {
      picture.setAttribute('aria-label', label);
      parts.reach.setAttribute('width', x(ceiling));
      parts.value.setAttribute('width', x(score));
      set(parts.line, { x1: x(interval.low), x2: x(interval.high) });
      set(parts.low, { x1: x(interval.low), x2: x(interval.low) });
      set(parts.high, { x1: x(interval.high), x2: x(interval.high) });
    },
    mark(score) {
      parts.after.setAttribute('visibility', score === null ? 'hidden' : 'visible');
      if (score !== null) parts.after.setAttribute('d', `M${x(score) - 5} 12 l5 -6 l5 6 l-5 6 z`);
    },
  };
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
