/** The least that says which kind of question is meant, as it stands in the address of the explorer. */
export const QUESTION_STARTS = {
  trend: { series: [{}] },
  funnel: { steps: [{}, {}] },
  retention: { start: {} },
  paths: { match: {} },
  stickiness: { match: {} },
  lifecycle: { match: {} },
  sessions: { match: {} },
  adoption: { features: [{ label: '' }] },
} as const;

/** The page on which a question of this kind is begun. */
export const startPlace = (kind: keyof typeof QUESTION_STARTS): string =>
  `/explore?q=${encodeURIComponent(JSON.stringify({ kind, ...QUESTION_STARTS[kind] }))}`;
