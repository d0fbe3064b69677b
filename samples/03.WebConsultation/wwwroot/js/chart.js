// A bar with whiskers: the index, what open answers could make of it, and the most that present evidence could give.

import { svg } from './dom.js';

const at = (score) => `${Math.min(100, Math.max(0, score))}%`;

export function bar() {
  const parts = {
    track: svg('rect', { class: 'track', x: 0, y: 5, width: '100%', height: 14, rx: 3 }),
    reach: svg('rect', { class: 'reach', x: 0, y: 5, height: 14, rx: 3 }),
    value: svg('rect', { class: 'value', x: 0, y: 5, height: 14, rx: 3 }),
    line: svg('line', { class: 'whisker', y1: 12, y2: 12 }),
    low: svg('line', { class: 'whisker', y1: 7, y2: 17 }),
    high: svg('line', { class: 'whisker', y1: 7, y2: 17 }),
    after: svg('svg', { class: 'after', y: 12, visibility: 'hidden' }, svg('path', { d: 'M-6 0 l6 -7 l6 7 l-6 7 z' })),
  };
  const ticks = [25, 50, 75].map((tick) => svg('line', { class: 'tick', x1: at(tick), x2: at(tick), y1: 5, y2: 19 }));
  const picture = svg('svg', { class: 'bar', role: 'img' },
    parts.track, parts.reach, ticks, parts.value, parts.line, parts.low, parts.high, parts.after);
  return {
    picture,
    update({ score, interval, ceiling, settled }, label) {
      picture.setAttribute('aria-label', label);
      parts.reach.setAttribute('width', at(ceiling));
      parts.value.setAttribute('width', at(settled ? score : interval.low));
      set(parts.line, { x1: at(interval.low), x2: at(interval.high) });
      set(parts.low, { x1: at(interval.low), x2: at(interval.low) });
      set(parts.high, { x1: at(interval.high), x2: at(interval.high) });
    },
    // Where the index would be after changes; null takes the mark away.
    mark(score) {
      set(parts.after, score === null ? { visibility: 'hidden' } : { visibility: 'visible', x: at(score) });
    },
  };
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
