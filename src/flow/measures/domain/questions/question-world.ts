import { type Condition, type FieldValue, holds } from '#kernel/condition.ts';
import { isRecordFact } from '#kernel/record-facts.ts';
import type { EventMatch, QuestionUnit } from '../../question-contracts.ts';

/** A fact as the references of questions read it; times are UTC ms, numbers are dense numbers of a workspace, 0 for none. */
export interface QuestionFact {
  readonly event: string;
  readonly at: number;
  readonly known: number;
  /** Orders facts of one instant. */
  readonly id: number;
  readonly person: number;
  readonly account: number;
  readonly alias: number;
  readonly session: number;
  readonly subject: string;
  readonly source: string;
  readonly amount: number;
  readonly feature: string;
  readonly path: string;
  readonly channel: string;
  readonly props: Readonly<Record<string, string>>;
}

/** Values of a field that another room answers, by dense number of the account or person. */
export interface OutsideValues {
  readonly of: 'account' | 'person';
  readonly values: ReadonlyMap<number, string>;
  /** The value of all others; '' (missing) unless said. */
  readonly otherwise?: string;
}

/** All that was ever told, and who stands for whom now. */
export interface QuestionWorld {
  readonly facts: readonly QuestionFact[];
  /** The person whom a raw id belongs to, where that is not the one its facts were stored under. */
  readonly belongs: ReadonlyMap<number, number>;
  /** The account that stands for one that was merged. */
  readonly stands: ReadonlyMap<number, number>;
  readonly outside: ReadonlyMap<string, OutsideValues>;
}

/** What of the world a question looks at. */
export interface QuestionScope {
  readonly unit: QuestionUnit;
  readonly filter: Condition | null;
  /** UTC ms: what was known, and dated, by then. */
  readonly asOf: number;
  /** Facts of nobody are seen too, under the unit ''. */
  readonly keepsNobody?: boolean;
}

/** A fact of a unit, with a reader of its fields: those of the event, of its account and of its person. */
export interface Occurrence {
  readonly unit: string;
  readonly fact: QuestionFact;
  /** The person it belongs to now, 0 for none. */
  readonly person: number;
  readonly read: (field: string) => string;
}

/** Fields that are numbers by themselves: they compare with texts as numbers do. */
export const isNumberField = (field: string): boolean => ['event.amount', 'account.seats', 'seats'].includes(field);

const COLUMNS = ['feature', 'path', 'channel', 'subject', 'source'] as const;

/** Which facts of which units does a question see, in the order (at, id)? Merged people and accounts are one; facts of nobody are left out, unless the scope keeps them. */
export function occurrencesOf(world: QuestionWorld, scope: QuestionScope): readonly Occurrence[] {
  const known = world.facts.filter((fact) => fact.known <= scope.asOf);
  const accounts = snapshotsOf(known, ['account_created', 'account_changed'], (fact) => fact.account);
  const people = snapshotsOf(known, ['person_created', 'person_changed'], (fact) => personOf(world, fact));
  return known
    .filter((fact) => fact.at <= scope.asOf)
    .map((fact): Occurrence => {
      const account = world.stands.get(fact.account) ?? fact.account;
      const person = personOf(world, fact);
      const read = (field: string): string => {
        const outside = world.outside.get(field);
        if (outside) return outside.values.get(outside.of === 'account' ? account : person) ?? outside.otherwise ?? '';
        if (field.startsWith('event.')) return eventText(fact, field.slice(6));
        if (field.startsWith('person.')) return attribute(people.get(person), field.slice(7));
        const name = field.replace(/^account\./, '');
        return name === 'channel' && account === 0 ? fact.channel : attribute(accounts.get(account), name);
      };
      return { unit: unitText(scope.unit, { fact, account, person, read }), fact, person, read };
    })
    .filter(
      ({ unit, read }) => (unit !== '' || scope.keepsNobody === true) && (scope.filter === null || meets(scope.filter, read, scope.asOf)),
    )
    .sort((a, b) => a.fact.at - b.fact.at || a.fact.id - b.fact.id);
}

/** Does a fact meet the condition? As `holds` over texts, with the fields that are numbers read as such. */
export function meets(condition: Condition, read: (field: string) => string, now: number): boolean {
  return holds(condition, (field): FieldValue => (isNumberField(field) && read(field) !== '' ? Number(read(field)) : read(field)), now);
}

/** The facts that `match` means, in the order given, which must be (at, id) and hold the whole history. */
export function matching(all: readonly Occurrence[], match: EventMatch, asOf: number): ReadonlySet<Occurrence> {
  const named = all.filter(({ fact }) => (match.events.length === 0 ? !isRecordFact(fact.event) : match.events.includes(fact.event)));
  const passes = ({ read }: Occurrence): boolean => match.where === null || meets(match.where, read, asOf);
  const kept = match.occurrence === 'first_ever' ? firsts(named).filter(passes) : named.filter(passes);
  return new Set(match.occurrence === 'first_matching' ? firsts(kept) : kept);
}

/** The occurrences of each unit, in order. */
export function byUnit(occurrences: Iterable<Occurrence>): ReadonlyMap<string, readonly Occurrence[]> {
  return Map.groupBy(occurrences, ({ unit }) => unit);
}

const firsts = (occurrences: readonly Occurrence[]): readonly Occurrence[] => [...byUnit(occurrences).values()].map((own) => own[0]!);

const personOf = (world: QuestionWorld, fact: QuestionFact): number => world.belongs.get(fact.alias) ?? fact.person;

// A snapshot is whole, so the newest known one says all; of two known at once the later dated counts, then the change.
const snapshotsOf = (
  facts: readonly QuestionFact[],
  events: readonly [created: string, changed: string],
  whose: (fact: QuestionFact) => number,
): ReadonlyMap<number, QuestionFact> =>
  new Map(
    facts
      .filter((fact) => events.includes(fact.event))
      .sort((a, b) => a.known - b.known || a.at - b.at || events.indexOf(a.event) - events.indexOf(b.event) || a.id - b.id)
      .map((fact) => [whose(fact), fact]),
  );

const attribute = (snapshot: QuestionFact | undefined, name: string): string =>
  name === 'channel' ? (snapshot?.channel ?? '') : (snapshot?.props[name] ?? '');

const eventText = (fact: QuestionFact, name: string): string => {
  if (name === 'name') return fact.event;
  if (name === 'amount' || name === 'alias' || name === 'session') return String(fact[name]);
  const column = COLUMNS.find((one) => one === name);
  return column === undefined ? (fact.props[name] ?? '') : fact[column];
};

const unitText = (
  unit: QuestionUnit,
  {
    fact,
    account,
    person,
    read,
  }: { readonly fact: QuestionFact; readonly account: number; readonly person: number; readonly read: (field: string) => string },
): string => {
  if (typeof unit === 'object') return read(unit.field);
  const number = { person, account, session: fact.session, alias: fact.alias }[unit];
  return number === 0 ? '' : String(number);
};
