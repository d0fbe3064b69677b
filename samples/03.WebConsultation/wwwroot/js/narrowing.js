// How much a question would narrow, and how many are open. From the assessment alone.

const needed = ['urgent', 'concern', 'soon', 'safety']; // reasons for which it is not enough yet
const enoughGain = 0.05; // what the library calls much

const openWidth = ({ interval }) => Math.log1p(-interval.low / 100) - Math.log1p(-Math.min(interval.high, 100 - 1e-9) / 100);

// The share of what is open for the concerns that an answer could settle, from 0 to 1.
export function settles(assessment, question) {
  const open = assessment.conditions.filter((c) => c.concern && c.interval).reduce((sum, c) => sum + openWidth(c), 0);
  return open > 0 ? Math.min(1, question.gain / open) : 0;
}

// About how many questions are left until it is enough.
export function openQuestions(assessment) {
  const open = new Set();
  for (const { ask } of assessment.triage.unresolved) ask.forEach((id) => open.add(id));
  for (const { status, ask } of assessment.recommendations) if (status === 'needs-check') ask.forEach((id) => open.add(id));
  for (const question of assessment.nextQuestions) {
    if (needed.includes(question.reason) || (question.reason === 'score' && question.gain >= enoughGain)) open.add(question.id);
  }
  return open.size;
}
