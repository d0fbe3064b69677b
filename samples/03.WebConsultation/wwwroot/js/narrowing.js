// How much of what is open a question could settle. From the assessment alone.

const openWidth = ({ interval }) => Math.log1p(-interval.low / 100) - Math.log1p(-Math.min(interval.high, 100 - 1e-9) / 100);

// The share of what is open for the concerns that an answer could settle, from 0 to 1.
export function settles(assessment, question) {
  const open = assessment.conditions.filter((c) => c.concern && c.interval).reduce((sum, c) => sum + openWidth(c), 0);
  return open > 0 ? Math.min(1, question.gain / open) : 0;
}
