import type { z } from 'zod';
import { AppError } from '#kernel/app-error.ts';
import { fieldProblems } from '#platform/http.ts';
import type { SignalCard, SignalId, SignalVersion } from '../contracts.ts';
import { HealthDefinition } from '../domain/health/health-definition.ts';
import { LeadDefinition } from '../domain/lead-score/lead-definition.ts';
import { SIGNAL_SAYS } from '../domain/signal-sayings.ts';
import { saveSignalVersion, signalVersions } from '../store/signal-versions.ts';
import type { SignalsDeps } from './deps.ts';

type Card = z.infer<typeof SignalCard>;

/** Which signals are there, by which formula now? */
export const signalCards = async (deps: SignalsDeps, ws: number): Promise<Card[]> =>
  Promise.all((['health', 'lead_score'] as const).map((signal) => cardOf(deps, ws, signal)));

/** By which formulas was the signal computed until now? The newest first. */
export const versionsOfSignal = async (deps: SignalsDeps, ws: number, signal: SignalId): Promise<SignalVersion[]> =>
  (await signalVersions(deps.postgres.db, ws, signal))
    .map(({ version, definition, savedAt, savedBy }) => ({ version, definition, changedAt: savedAt, changedBy: savedBy }))
    .reverse();

/** Keeps a new version of a signal's formula. It rules from now on: scores that were made keep the version that made them. */
export const keepSignal = async (
  deps: SignalsDeps,
  ws: number,
  { signal, definition, by }: { signal: SignalId; definition: unknown; by: string },
): Promise<Card> => {
  const version = (await signalVersions(deps.postgres.db, ws, signal)).at(-1)!.version + 1;
  const parsed = signal === 'health' ? readHealthFormula(definition, version) : readLeadFormula(definition, version);
  await deps.postgres.transaction((tx) =>
    saveSignalVersion(tx, ws, { signal, definition: parsed, savedAt: deps.clock.now(), savedBy: by }),
  );
  return cardOf(deps, ws, signal);
};

/** A formula of health from outside, refused with its faults when it cannot be used. */
export const readHealthFormula = (definition: unknown, version: number): HealthDefinition => {
  const parsed = readFormula(HealthDefinition, definition, version);
  refusePercentiles(parsed);
  return parsed;
};

/** A formula of the lead score from outside, refused with its faults when it cannot be used. */
export const readLeadFormula = (definition: unknown, version: number): LeadDefinition => readFormula(LeadDefinition, definition, version);

const readFormula = <Definition>(shape: z.ZodType<Definition>, definition: unknown, version: number): Definition => {
  const parsed = shape.safeParse({ ...(definition as object), version }, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new AppError('invalid', SIGNAL_SAYS.formula_wrong(), { fields: fieldProblems(parsed.error.issues, ['body', 'definition']) });
};

const cardOf = async (deps: SignalsDeps, ws: number, signal: SignalId): Promise<Card> => {
  const { version, definition, savedAt } = (await signalVersions(deps.postgres.db, ws, signal)).at(-1)!;
  return { id: signal, version, changedAt: savedAt, definition };
};

// An account's place among all others on a day is not kept, and would have to be made anew for all of them whenever one of them changes.
const refusePercentiles = ({ factors: all }: HealthDefinition): void => {
  const factors = all.filter((factor) => factor.score.by === 'percentile');
  if (factors.length > 0)
    throw new AppError('invalid', SIGNAL_SAYS.percentile_not_yet(), {
      fields: factors.map((factor) => ({
        field: `body.definition.factors.${factor.key}`,
        code: 'percentile',
        said: SIGNAL_SAYS.factor_by_percentile({ factor: factor.key }),
      })),
    });
};
