import { AppError } from '#kernel/app-error.ts';
import { addDays, dateOf } from '#kernel/calendar.ts';
import type { HealthBand } from '#kernel/signal.ts';
import type { Health } from '../contracts.ts';
import type { HealthDefinition } from '../domain/health/health-definition.ts';
import { type HealthResult, healthOf } from '../domain/health/health-of.ts';
import { bandWithOverride, type HealthOverride } from '../domain/health/health-over-time.ts';
import { mrrStepsOf } from '../domain/lifecycle/subscription-steps.ts';
import { SIGNAL_SAYS } from '../domain/signal-sayings.ts';
import { accountHealth } from '../store/account-health.ts';
import { accountScope } from '../store/account-scope.ts';
import { setFigureBand } from '../store/figures.ts';
import { healthOverrides, setHealthOverride } from '../store/health-overrides.ts';
import { subscriptionBeliefs } from '../store/lifecycle-facts.ts';
import { scoresBetween } from '../store/scores.ts';
import { healthDefinition } from '../store/signal-versions.ts';
import { type Place, type SignalsDeps, worthOf } from './deps.ts';
import { changeOf } from './figures-of.ts';
import { healthOnDays } from './health.ts';

const HISTORY_DAYS = 365;

/**
 * How healthy is an account at an instant (UTC ms), from what was known then, why, and how was it before? Asked as of now, and with nothing waiting to be
 * looked at, it answers from what the account was judged from today, which is what lists show.
 */
export const healthOfAccount = async (
  deps: SignalsDeps,
  place: Place,
  { account, asOf, isNow }: { account: number; asOf: number; isNow: boolean },
): Promise<Health> => {
  const { db } = deps.postgres;
  const day = dateOf(asOf, place.timeZone);
  const definition = await healthDefinition(db, place.ws, asOf);
  const [health, overrides, kept] = await Promise.all([
    healthAt(deps, place, { account, asOf, day, isNow, definition }),
    healthOverrides(db, place.ws, [account], asOf),
    scoresBetween<HealthBand>(db, place.ws, {
      signal: 'health',
      accounts: [account],
      from: addDays(day, -HISTORY_DAYS),
      to: addDays(day, -1),
    }),
  ]);
  const before = kept.get(account) ?? [];
  const today =
    health === null
      ? []
      : [{ account, day, score: health.score, band: health.band, confidence: health.confidence, version: health.version }];
  const spoken = bandWithOverride(health?.band ?? 'unknown', overrides.get(account) ?? null, asOf, place.timeZone);
  return {
    asOf,
    score: health?.score ?? null,
    band: spoken.band,
    confidence: health?.confidence ?? 0,
    change28: changeOf([...before, ...today], day),
    reasons: [...(health?.reasons ?? [])],
    dimensions: [...(health?.dimensions ?? [])],
    override: spoken.override,
    history: [...before, ...today].map(({ account: _, ...rest }) => rest),
    version: health?.version ?? definition.version,
  };
};

/** Sets the health of an account by hand until the end of a local date; null takes the last word back. */
export const overrideHealthOfAccount = async (
  deps: SignalsDeps,
  place: Place,
  { account, author, override }: { account: number; author: string; override: Omit<HealthOverride, 'author'> | null },
): Promise<void> => {
  const now = deps.clock.now();
  if (override !== null && override.expiresOn < dateOf(now, place.timeZone))
    throw new AppError('invalid', SIGNAL_SAYS.override_over(), {
      fields: [{ field: 'body.expiresOn', code: 'past', said: SIGNAL_SAYS.override_over() }],
    });
  const health = await judge(deps, place, { account, asOf: now, day: dateOf(now, place.timeZone) });
  await deps.postgres.transaction(async (tx) => {
    await setHealthOverride(tx, place.ws, { account, at: now, author, override });
    await setFigureBand(tx, place.ws, account, override?.band ?? health?.band ?? 'unknown');
  });
};

interface Moment {
  readonly account: number;
  readonly asOf: number;
  readonly day: string;
}

const healthAt = async (
  deps: SignalsDeps,
  place: Place,
  { isNow, definition, ...moment }: Moment & { readonly isNow: boolean; readonly definition: HealthDefinition },
): Promise<HealthResult | null> => {
  const kept = isNow ? await accountHealth(deps.postgres.db, place.ws, moment.account) : null;
  // With a new day windows move, and with a new formula everything does.
  if (kept === null || dateOf(kept.at, place.timeZone) !== moment.day || kept.version !== definition.version)
    return judge(deps, place, moment);
  return kept.inputs && healthOf(definition, kept.inputs, kept.at);
};

const judge = async (deps: SignalsDeps, place: Place, { account, asOf, day }: Moment): Promise<HealthResult | null> => {
  const { db } = deps.postgres;
  const [scope, definition] = await Promise.all([accountScope(db, place.ws, [account]), healthDefinition(db, place.ws, asOf)]);
  const beliefs = await subscriptionBeliefs(deps.clickhouse, scope, asOf);
  const steps = mrrStepsOf(beliefs.get(account) ?? [], place.timeZone, await worthOf(deps, place));
  const mrrSteps = new Map([[account, steps]]);
  const { last } = await healthOnDays(deps, { place, scope, days: [day], definition, asOf, mrrSteps });
  const inputs = last.get(account)?.inputs ?? null;
  return inputs && healthOf(definition, inputs, asOf);
};
