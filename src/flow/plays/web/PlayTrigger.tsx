import { useState } from 'react';
import { listSegments } from '#flow/measures/segment-contracts.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Combobox } from '#web/ui/Combobox.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Select } from '#web/ui/Select.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { getPlay, listPlays, type PlayCard, previewPlay, updatePlay } from '../contracts.ts';
import { sayTrigger, segmentTrigger } from './play-words.ts';
import { playText } from './text/text.ts';
import { useSegmentNames } from './use-segment-names.ts';

/** What sets a play in motion; a segment is a link to whom it holds. */
export const PlayTriggerWords = ({ play }: { readonly play: PlayCard }) => {
  const t = useText(playText);
  const { trigger } = play.definition;
  const words = sayTrigger(trigger, t, useSegmentNames([play]));
  const segment = segmentTrigger(trigger);
  return segment ? (
    <Link look="text" to={`/segments/${segment.id}`}>
      {words}
    </Link>
  ) : (
    words
  );
};

const MADE = 'made';

/** Chooses what sets a play in motion: what it was made for, or accounts that enter or leave a segment. */
export const PlayTriggerForm = ({ play }: { readonly play: PlayCard }) => {
  const t = useText(playText);
  const now = segmentTrigger(play.definition.trigger);
  const [turn, setTurn] = useState<'entered' | 'left' | typeof MADE>(now?.turn ?? MADE);
  const [id, setId] = useState(now?.id ?? null);
  const segments = useQueryOf(listSegments, {}, { freshFor: 60_000 }).data?.rows.filter(({ unit }) => unit === 'account');
  const update = useMutationOf(updatePlay, { refresh: [getPlay, listPlays, previewPlay] });
  const wanted = turn === MADE ? null : id === null ? undefined : { id, turn };
  const isSame = JSON.stringify(wanted) === JSON.stringify(now);
  const save = () =>
    update.mutate(
      { params: { id: play.definition.id }, body: { segment: wanted } },
      { onSuccess: () => showToast({ text: t('plays.saved') }) },
    );
  return (
    <form
      className="flex max-w-80 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormField label={t('plays.motion.label')}>
        <Select
          value={turn}
          onChange={setTurn}
          options={([MADE, 'entered', 'left'] as const).map((value) => ({ value, label: t(`plays.motion.${value}`) }))}
        />
      </FormField>
      {turn !== MADE && segments?.length === 0 && (
        <p className="text-13 text-muted">
          {t('plays.motion.none')}{' '}
          <Link to="/segments" look="text">
            {t('plays.motion.make')}
          </Link>
        </p>
      )}
      {turn !== MADE && segments && segments.length > 0 && (
        <FormField label={t('plays.motion.segment')}>
          <Combobox
            value={id}
            onChange={setId}
            placeholder={t('plays.motion.choose')}
            options={segments.map(({ id: value, name, note }) => ({ value, label: name, ...(note ? { hint: note } : {}) }))}
          />
        </FormField>
      )}
      {update.error ? <ErrorState error={update.error} /> : null}
      <Button type="submit" className="self-start" disabled={wanted === undefined || isSame} pending={update.isPending}>
        {t('plays.motion.save')}
      </Button>
    </form>
  );
};
