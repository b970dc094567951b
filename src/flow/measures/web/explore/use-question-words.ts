import { useCallback, useMemo } from 'react';
import { listFactNames } from '#flow/facts/contracts.ts';
import { useDisplayNames, useFactName } from '#flow/facts/web/index.ts';
import { listAccountFields, listPersonFields } from '#flow/signals/contracts.ts';
import { isRecordFact } from '#kernel/record-facts.ts';
import { useMay, useWorkspace } from '#web/app/session.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import type { FieldDefinition } from '#web/ui/filter/fields.ts';
import { offeredEvents } from '../../domain/tracking-plan/offered-events.ts';
import { getTrackingPlan } from '../../plan-contracts.ts';
import { type EventMatch, listQuestionFields, type Question } from '../../question-contracts.ts';
import { listSegments } from '../../segment-contracts.ts';
import { labelOf, placesOf } from './draft.ts';
import { questionFields } from './fields.ts';
import { exploreText } from './text/text.ts';

const KEPT_FOR = 300_000;

/** A kind of fact that the workspace has. */
export interface KnownFact {
  readonly event: string;
  readonly name: string;
  readonly count: number;
  /** Since when and until when, in UTC ms. */
  readonly first: number;
  readonly last: number;
  readonly isRecord: boolean;
}

/** Which facts are there, most frequent first, without those that the tracking plan hides? Undefined before they are known. */
export const useKnownFacts = (): readonly KnownFact[] | undefined => {
  const name = useFactName();
  const rows = useQueryOf(listFactNames, {}, { freshFor: KEPT_FOR }).data?.rows;
  const plan = useQueryOf(getTrackingPlan, {}, { freshFor: KEPT_FOR }).data?.events;
  return useMemo(
    () => rows && offeredEvents(rows, plan ?? []).map((row) => ({ ...row, name: name(row.event), isRecord: isRecordFact(row.event) })),
    [rows, plan, name],
  );
};

/** The fields by which the facts of these names can be asked. */
export const useFieldsOf = (events: readonly string[]): readonly FieldDefinition[] => {
  const t = useText(exploreText);
  const { currency } = useWorkspace();
  const language = currentLanguage();
  const names = [...new Set(events)].sort().join(',');
  const event = useQueryOf(listQuestionFields, { query: names === '' ? {} : { events: names } }, { freshFor: KEPT_FOR }).data?.rows;
  const account = useQueryOf(listAccountFields, {}, { freshFor: KEPT_FOR }).data?.rows;
  const person = useQueryOf(listPersonFields, {}, { freshFor: KEPT_FOR, enabled: useMay('personal.read') }).data?.rows;
  const segments = useQueryOf(listSegments, {}, { freshFor: KEPT_FOR }).data?.rows;
  const { properties: displayNames } = useDisplayNames();
  return useMemo(
    () =>
      questionFields({
        ...{ event: event ?? [], account: account ?? [], person: person ?? [], segments: segments ?? [], displayNames },
        ...{ language, currency, t },
      }),
    [event, account, person, segments, displayNames, language, currency, t],
  );
};

/** All names of facts in a draft; none when it also asks for anything. */
export const eventsIn = (draft: Question): readonly string[] => {
  const places = placesOf(draft);
  return places.some(({ events }) => events.length === 0) ? [] : places.flatMap(({ events }) => events);
};

/** Says what a fact of a question is called: its own name, or those of its events. */
export const usePlaceName = (): ((place: EventMatch) => string) => {
  const t = useText(exploreText);
  const name = useFactName();
  return useCallback(
    (place: EventMatch) => {
      const own = labelOf(place);
      if (own) return own;
      return place.events.length === 0 ? t('anything') : place.events.map(name).join(` ${t('orElse')} `);
    },
    [t, name],
  );
};
