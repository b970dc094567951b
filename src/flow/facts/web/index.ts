export { FactTimeline, type FactTimelineProps } from './FactTimeline.tsx';
export { readableName } from './fact-words.ts';
export { useFactName } from './use-fact-name.ts';
