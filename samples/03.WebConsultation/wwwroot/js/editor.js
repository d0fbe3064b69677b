// A text area with line numbers and marks under what the check found.

import { el, replace } from './dom.js';

export function editor(label, content, onchange) {
  const area = el('textarea', { spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', wrap: 'off', rows: 26, 'aria-labelledby': label, 'aria-describedby': 'lint-summary' });
  const numbers = el('div', { class: 'numbers', 'aria-hidden': 'true' });
  const marks = el('pre', { class: 'marks', 'aria-hidden': 'true' });
  area.value = content;
  let findings = [];
  const draw = () => {
    const lines = area.value.split('\n');
    const worst = new Map();
    for (const finding of findings) if (worst.get(finding.line) !== 'error') worst.set(finding.line, finding.severity);
    replace(numbers, lines.map((_, i) => el('div', { class: worst.get(i + 1) }, String(i + 1))));
    replace(marks, underlined(lines, findings));
    follow();
  };
  const follow = () => {
    numbers.scrollTop = area.scrollTop;
    marks.scrollTop = area.scrollTop;
    marks.scrollLeft = area.scrollLeft;
  };
  area.addEventListener('scroll', follow);
  area.addEventListener('input', () => { draw(); onchange(area.value); });
  draw();
  return {
    element: el('div', { class: 'editor' }, numbers, el('div', { class: 'sheet' }, marks, area)),
    area,
    show(found) {
      findings = found;
      draw();
    },
    // Puts the cursor on a finding.
    goTo({ line, column }) {
      const lines = area.value.split('\n');
      const start = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0) + column - 1;
      area.focus();
      area.setSelectionRange(start, start + length(lines[line - 1] ?? '', column - 1));
      area.scrollTop = Math.max(0, (line - 6) * (area.scrollHeight / lines.length));
    },
  };
}

// How far the word, text or bracket at a position reaches.
function length(line, start) {
  return Math.max(1, /^("(?:[^"\\]|\\.)*"|[\w.+-]+)/.exec(line.slice(start))?.[0].length ?? 1);
}

function underlined(lines, findings) {
  return lines.flatMap((line, i) => {
    const parts = [];
    let at = 0;
    for (const finding of findings.filter((f) => f.line === i + 1).sort((a, b) => a.column - b.column)) {
      const start = finding.column - 1;
      if (start < at) continue;
      const end = start + length(line, start);
      parts.push(line.slice(at, start), el('span', { class: finding.severity }, line.slice(start, end) || ' '));
      at = end;
    }
    return [...parts, `${line.slice(at)}\n`];
  });
}
