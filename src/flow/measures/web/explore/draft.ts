import { type EventMatch, Question } from '../../question-contracts.ts';

export type Kind = Question['kind'];

/** The kinds of questions in the order in which they are offered. */
export const KINDS = [
  'trend',
  'funnel',
  'retention',
  'paths',
  'stickiness',
  'lifecycle',
  'sessions',
  'adoption',
] as const satisfies readonly Kind[];

/** Any fact that people make. */
export const ANYTHING: EventMatch = { events: [], where: null, occurrence: 'every' };

/** How many facts a kind of question names, at least and at most. */
export const PLACES: Readonly<Record<Kind, readonly [least: number, most: number]>> = {
  trend: [1, 20],
  funnel: [2, 20],
  retention: [1, 2],
  stickiness: [1, 1],
  lifecycle: [1, 1],
  paths: [1, 1],
  sessions: [1, 1],
  adoption: [1, 50],
};

// A draft has no time of its own: the period of the page is put in when it is asked.
const SOME_DAY = { from: '2000-01-01', to: '2000-01-02' };

/** The draft that these values stand for, without a time of its own; null when they are none. */
export const readDraft = (values: unknown): Question | null => {
  if (typeof values !== 'object' || values === null) return null;
  const read = Question.safeParse({ ...values, range: SOME_DAY, interval: 'day', asOf: null });
  return read.success ? read.data : null;
};

/** The facts that a draft names, in their order, each with what belongs to it. */
export const placesOf = (draft: Question): readonly EventMatch[] => {
  switch (draft.kind) {
    case 'trend':
      return draft.series;
    case 'funnel':
      return draft.steps;
    case 'retention':
      return draft.back === null ? [draft.start] : [draft.start, draft.back];
    case 'adoption':
      return draft.features;
    default:
      return [draft.match];
  }
};

/** The draft with these facts in its places; what pointed at a place that is gone is gone too. */
export const withPlaces = (draft: Question, places: readonly EventMatch[]): Question => {
  const [first = ANYTHING, second] = places.map(matchOf);
  switch (draft.kind) {
    case 'trend':
      return rebuilt({ ...draft, series: places.map((place) => ({ ...matchOf(place), ...own(place, 'count'), label: labelOf(place) })) });
    case 'funnel':
      return rebuilt({ ...withinSteps(draft, places.length), steps: places.map(matchOf) });
    case 'retention':
      return rebuilt({ ...draft, start: first, back: second ?? null });
    case 'adoption':
      return rebuilt({
        ...draft,
        features: places.map((place) => ({ ...matchOf(place), ...own(place, 'eligible'), label: labelOf(place) ?? '' })),
      });
    default:
      return rebuilt({ ...draft, match: first });
  }
};

// What belongs to a fact in one kind of question is refused in another.
const matchOf = ({ events, where, occurrence }: EventMatch): EventMatch => ({ events, where, occurrence });
const own = (place: EventMatch, key: 'count' | 'eligible'): object => (key in place ? { [key]: place[key as keyof EventMatch] } : {});

/** What a fact is called here; null when it has no name of its own. */
export const labelOf = (place: EventMatch): string | null =>
  'label' in place && typeof place.label === 'string' && place.label !== '' ? place.label : null;

/**
 * The same question of another kind: whom it counts, the filter and the facts stay as far as the kind has a place for them. A funnel of which no step is
 * named yet begins with `telling`: from anything to anything it says nothing.
 */
export const withKind = (draft: Question, kind: Kind, telling: readonly EventMatch[] = []): Question => {
  if (draft.kind === kind) return draft;
  const { unit, filter, breakdown, timeZone } = draft;
  const named = placesOf(draft);
  // Ways and visits are about everything that is done; one kind of fact alone has neither.
  const places = kind === 'paths' || kind === 'sessions' ? [ANYTHING] : [...named.slice(0, PLACES[kind][1])];
  const isNamed = named.some(({ events, where }) => events.length > 0 || where !== null);
  if (kind === 'funnel' && !isNamed && telling.length >= PLACES.funnel[0]) places.splice(0, places.length, ...telling);
  const enough = Array.from({ length: Math.max(PLACES[kind][0], places.length) }, (_, at) => places[at] ?? ANYTHING);
  const empty = { kind, unit, filter, timeZone, breakdown: isDivided(kind) ? breakdown : null, ...EMPTY[kind] };
  const start = readDraft(empty);
  return start ? withPlaces(start, enough) : draft;
};

/** Can the answers of this kind be divided by a field? */
export const isDivided = (kind: Kind): boolean => kind !== 'paths' && kind !== 'adoption';

/** Is its answer told period by period? */
export const usesInterval = (question: Question): boolean =>
  question.kind !== 'paths' && question.kind !== 'adoption' && !(question.kind === 'funnel' && question.view !== 'trend');

/** One more fact at the end; a funnel or cohort begins with what nothing else says yet. */
export const withPlaceAdded = (draft: Question): Question => withPlaces(draft, [...placesOf(draft), ANYTHING]);
export const withoutPlace = (draft: Question, at: number): Question =>
  withPlaces(
    draft,
    placesOf(draft).filter((_, index) => index !== at),
  );
export const withPlaceChanged = (draft: Question, at: number, place: EventMatch): Question =>
  withPlaces(
    draft,
    placesOf(draft).map((one, index) => (index === at ? place : one)),
  );

/** A fact moved up (-1) or down (1) by one place; the same draft at the ends. */
export const withPlaceMoved = (draft: Question, at: number, by: -1 | 1): Question => {
  const places = [...placesOf(draft)];
  const [one, other] = [places[at], places[at + by]];
  if (!one || !other) return draft;
  [places[at], places[at + by]] = [other, one];
  return withPlaces(draft, places);
};

/** The draft without what is said by leaving it out: what stands in the address and is kept with a saved question. */
export const shortened = (draft: Question): Record<string, unknown> => {
  const whole = JSON.stringify(readDraft(draft));
  const { range: _, interval: __, asOf: ___, ...rest } = draft;
  let short: Record<string, unknown> = rest;
  for (const path of pathsIn(rest)) {
    const candidate = without(short, path) as Record<string, unknown>;
    if (JSON.stringify(readDraft(candidate)) === whole) short = candidate;
  }
  return short;
};

const EMPTY: Readonly<Record<Kind, object>> = {
  trend: { series: [ANYTHING] },
  funnel: { steps: [ANYTHING] },
  retention: { start: ANYTHING },
  stickiness: { match: ANYTHING },
  lifecycle: { match: ANYTHING },
  paths: { match: ANYTHING },
  sessions: { match: ANYTHING },
  adoption: { features: [{ ...ANYTHING, label: '' }] },
};

const rebuilt = (values: object): Question => Question.parse({ ...values, range: SOME_DAY });

const withinSteps = <Draft extends Extract<Question, { kind: 'funnel' }>>(draft: Draft, steps: number): Draft => {
  const { attribution, between } = draft;
  const step = typeof attribution === 'object' ? ('step' in attribution ? attribution.step : attribution.eachStep) : 0;
  return {
    ...draft,
    exclusions: draft.exclusions.filter(({ to }) => to < steps),
    between: between !== null && between[1] < steps ? between : null,
    attribution: step < steps ? attribution : 'first',
  };
};

type Path = readonly (string | number)[];

const pathsIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (Array.isArray(value)) return value.flatMap((one, at) => pathsIn(one, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [...pathsIn(one, [...path, key]), [...path, key]]);
};

const without = (value: unknown, [key, ...rest]: Path): unknown => {
  if (Array.isArray(value)) return value.map((one, at) => (at === key ? without(one, rest) : one));
  if (typeof value !== 'object' || value === null || key === undefined) return value;
  const entries = Object.entries(value);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(entries.map(([name, one]) => [name, name === key ? without(one, rest) : one]));
};
