import { DEMO_PHASES, type DemoPhase, type DemoState } from '../contracts.ts';
import type { DemoRun } from '../store/demo-runs.ts';

/** Which share of the whole each phase takes, as measured on the small company. */
const SHARES: Readonly<Record<DemoPhase, number>> = { simulate: 0.08, files: 0.14, messages: 0.5, history: 0.28 };

/** Below this share of the whole a guess of the rest says nothing. */
const LEAST_TOLD = 0.06;

export const NO_DEMO: DemoState = {
  ...{ status: 'none', plan: null, phases: [], ratio: 0, remainingMs: null, accepted: 0, rejected: 0 },
  ...{ startedAt: null, finishedAt: null, error: null },
};

/** How far is the demo company? */
export const stateOf = (run: DemoRun, now: number): DemoState => {
  const at = DEMO_PHASES.indexOf(run.phase);
  const isDone = run.status === 'done';
  const isRunning = run.status === 'running';
  const phases = DEMO_PHASES.map((phase, index): DemoState['phases'][number] => {
    if (isDone || index < at) return { phase, state: 'done', done: index === at ? run.done : 0, total: index === at ? run.total : 0 };
    if (index > at) return { phase, state: 'waiting', done: 0, total: 0 };
    return { phase, state: isRunning ? 'running' : 'waiting', done: run.done, total: run.total };
  });
  const before = DEMO_PHASES.slice(0, at).reduce((sum, phase) => sum + SHARES[phase], 0);
  const within = run.total > 0 ? Math.min(1, run.done / run.total) : 0;
  const ratio = isDone ? 1 : Math.min(0.99, before + SHARES[run.phase] * within);
  const elapsed = now - run.startedAt;
  return {
    status: run.status,
    plan: run.plan,
    phases,
    ratio,
    remainingMs: isRunning && ratio >= LEAST_TOLD ? Math.round((elapsed * (1 - ratio)) / ratio) : null,
    accepted: run.accepted,
    rejected: run.rejected,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    error: run.error,
  };
};
