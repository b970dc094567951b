export { FactTimeline, type FactTimelineProps } from './FactTimeline.tsx';
export { readableName } from './fact-words.ts';
export { useDisplayNames, useFactName } from './use-fact-name.ts';
