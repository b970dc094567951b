import { withMerged } from '#flow/measures/index.ts';
import type { Condition } from '#kernel/condition.ts';
import { createRecent } from '#platform/recent.ts';
import { ADOPTED, type FeatureUser, nextFeatures, popularSuggestions } from '../domain/next-feature.ts';
import { beatsPopularity } from '../domain/suggestion-quality.ts';
import { type FeatureUse, featureUse } from '../store/feature-use.ts';
import type { KnownAccount, SuggestionDeps } from './deps.ts';

/** Fewer successful accounts than these are no company to learn from. */
export const LEAST_SUCCESSFUL = 20;
const MOST_SUCCESSFUL = 2_000;
const MOST_SHOWN = 3;
const KEPT_MS = 120_000;
const MOST_KEPT = 50;
const DAY_MS = 86_400_000;

/** Who pays, is past onboarding and is not at risk. */
const SUCCESSFUL: Condition = {
  all: [
    { field: 'mrr', op: 'gt', value: 0 },
    { field: 'stage', op: 'in', value: ['active', 'expanded', 'renewing'] },
    { field: 'health_band', op: 'is_not', value: 'bad' },
  ],
};

interface Ground {
  readonly uses: FeatureUse;
  readonly successful: readonly FeatureUser[];
  readonly by: 'alike' | 'popularity';
}

/** Whom suggestions are for: an account, or only its people of one role, or one of these. */
export interface Wanted {
  readonly num: number;
  readonly role: string | undefined;
  readonly person?: number;
}

type Roles = ReadonlyMap<number, string>;

export interface Place {
  readonly ws: number;
  readonly timeZone: string;
}

/** Makes the suggestions of features: what successful accounts use is read once for a while, since it changes slowly. */
export const createFeatureSuggestions = (deps: SuggestionDeps) => {
  const kept = createRecent<Ground>({ ms: KEPT_MS, most: MOST_KEPT });
  const groundOf = (place: Place, roles: Roles, { now, role }: { now: number; role: string | undefined }): Promise<Ground> =>
    kept.get(`${place.ws} ${role ?? ''}`, now, () => {
      const people = role === undefined ? undefined : [...roles].flatMap(([num, one]) => (one === role ? [num] : []));
      return readGround(deps, place, { now, people });
    });
  const suggest = async (place: Place, roles: Roles, { num, role, person, now }: Wanted & { readonly now: number }) => {
    const [ground, found, ofPerson] = await Promise.all([
      groundOf(place, roles, { now, role }),
      deps.accountsByNums(place.ws, [num]),
      person === undefined ? undefined : usesOf(deps, place, { now, people: [person] }),
    ]);
    const { successful } = ground;
    const uses = ofPerson ?? ground.uses;
    const account = found.get(num);
    const used = uses.get(num)?.size ?? 0;
    // A person who uses nothing yet is like nobody: what is popular in their role is where they begin.
    const by = used === 0 ? 'popularity' : ground.by;
    if (account === undefined || (used === 0 && person === undefined) || successful.length < LEAST_SUCCESSFUL)
      return { rows: [], used, by: ground.by, successful: successful.length };
    const suggested = by === 'alike' ? nextFeatures : popularSuggestions;
    const shown = suggested(userOf(account, uses), successful)
      .filter(({ using }) => using > 0)
      .slice(0, MOST_SHOWN);
    const names = await deps.accountsByNums(
      place.ws,
      shown.flatMap(({ like }) => like),
    );
    const rows = shown.map(({ feature, neighbours, using, like, shared }) => ({
      ...{ feature, neighbours, using, shared: [...shared] },
      like: like.flatMap((one) => {
        const known = names.get(one);
        return known === undefined ? [] : [{ accountId: known.id, name: known.name }];
      }),
    }));
    return { rows, used, by, successful: successful.length };
  };
  return {
    /** For an account, or its people of one role; with the roles that it can be asked by. */
    ofAccount: async (place: Place, { num, role }: Wanted, now: number) => {
      const [known, own] = await Promise.all([deps.rolesOfPeople(place, now), deps.peopleOfAccounts(place.ws, [num])]);
      const roles = [...new Set(own.flatMap((one) => known.get(one) ?? []))].sort();
      return { ...(await suggest(place, known, { num, role, now })), roles };
    },
    /** For one person, by what people of the same role use elsewhere; nothing without a role or an account. */
    ofPerson: async (place: Place, person: number, now: number) => {
      const [known, accounts] = await Promise.all([deps.rolesOfPeople(place, now), deps.accountsOfPersons(place.ws, [person])]);
      const [role, num] = [known.get(person), accounts.get(person)];
      if (role === undefined || num === undefined)
        return { rows: [], used: 0, by: 'popularity' as const, successful: 0, role: role ?? null };
      return { ...(await suggest(place, known, { num, role, person, now })), role };
    },
  };
};

interface GroundAsked {
  readonly now: number;
  readonly people: readonly number[] | undefined;
}

const readGround = async (deps: SuggestionDeps, place: Place, { now, people }: GroundAsked): Promise<Ground> => {
  const uses = await usesOf(deps, place, { now, people });
  const successful: FeatureUser[] = [];
  for await (const page of deps.accountsWhere(place, SUCCESSFUL)) {
    successful.push(...page.map((account) => userOf(account, uses)).filter((user) => user.uses.size > 0));
    if (successful.length >= MOST_SUCCESSFUL) break;
  }
  const learnt = successful.slice(0, MOST_SUCCESSFUL);
  // People of a role use much the same everywhere: there customers alike often know no more than all do, and it is tried before it is said.
  return { uses, successful: learnt, by: people === undefined || beatsPopularity(learnt) ? 'alike' : 'popularity' };
};

const usesOf = async (deps: SuggestionDeps, { ws }: Place, { now, people }: GroundAsked): Promise<FeatureUse> =>
  featureUse(deps.clickhouse, {
    ...{ ws, people, to: now, from: now - ADOPTED.days * DAY_MS, times: ADOPTED.times },
    events: withMerged(['feature_used'], await deps.mergedNamesOf(ws)),
  });

const userOf = ({ num, plan, industry, seats }: KnownAccount, uses: FeatureUse): FeatureUser => ({
  ...{ account: num, plan: plan ?? '', industry: industry ?? '', seats, uses: uses.get(num) ?? new Map() },
});
