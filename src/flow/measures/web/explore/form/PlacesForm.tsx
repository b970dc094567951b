import Plus from 'lucide-react/icons/plus';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import type { EventMatch, Question } from '../../../question-contracts.ts';
import { PLACES, placesOf, withoutPlace, withPlaceAdded, withPlaceChanged, withPlaceMoved } from '../draft.ts';
import { exploreText } from '../text/text.ts';
import { eventsIn, useFieldsOf, usePlaceName } from '../use-question-words.ts';
import { CommittedText } from './CommittedText.tsx';
import { CountChoice } from './CountChoice.tsx';
import { EligibleFilter } from './EligibleFilter.tsx';
import { PlaceCard } from './PlaceCard.tsx';

export interface DraftFormProps {
  readonly draft: Question;
  readonly onChange: (draft: Question) => void;
}

/** The facts that a question is about, in their order. */
export const PlacesForm = ({ draft, onChange }: DraftFormProps) => {
  const t = useText(exploreText);
  const places = placesOf(draft);
  const [least, most] = PLACES[draft.kind];
  const addKey = draft.kind in ADD ? ADD[draft.kind as keyof typeof ADD] : null;
  return (
    <section aria-labelledby="explore-places" className="flex flex-col gap-1.5">
      <h2 id="explore-places" className="text-13 font-medium">
        {t(`places.${draft.kind}`)}
      </h2>
      <ol className="flex flex-col gap-1.5">
        {places.map((place, at) => (
          <PlaceCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            key={at}
            sign={signOf(draft, at, t)}
            place={place}
            onChange={(next) => onChange(withPlaceChanged(draft, at, next))}
            onMove={most > 2 && places.length > 1 ? (by) => onChange(withPlaceMoved(draft, at, by)) : undefined}
            onRemove={places.length > least ? () => onChange(withoutPlace(draft, at)) : undefined}
          >
            <PlaceParts draft={draft} at={at} onChange={onChange} />
          </PlaceCard>
        ))}
      </ol>
      {addKey && places.length < most && (
        <Button look="quiet" size="small" icon={Plus} className="self-start" onClick={() => onChange(withPlaceAdded(draft))}>
          {t(`add.${addKey}`)}
        </Button>
      )}
    </section>
  );
};

const ADD = { trend: 'trend', funnel: 'funnel', retention: 'retention', adoption: 'adoption' } as const;

const signOf = (draft: Question, at: number, t: (key: 'began' | 'back') => string): string => {
  if (draft.kind === 'trend') return String.fromCharCode(65 + at);
  if (draft.kind === 'retention') return t(at === 0 ? 'began' : 'back');
  return draft.kind === 'funnel' || draft.kind === 'adoption' ? String(at + 1) : '•';
};

interface PartsProps extends DraftFormProps {
  readonly at: number;
}

const PlaceParts = ({ draft, at, onChange }: PartsProps) => {
  const fields = useFieldsOf(eventsIn(draft));
  if (draft.kind === 'trend') {
    const series = draft.series[at];
    if (!series) return null;
    return (
      <CountChoice
        sign={String.fromCharCode(65 + at)}
        count={series.count}
        unit={draft.unit}
        fields={fields}
        onChange={(count) => onChange(withPlaceChanged(draft, at, { ...series, count } as EventMatch))}
      />
    );
  }
  if (draft.kind !== 'adoption') return null;
  const feature = draft.features[at];
  if (!feature) return null;
  return (
    <>
      <FeatureName feature={feature} onChange={(label) => onChange(withPlaceChanged(draft, at, { ...feature, label } as EventMatch))} />
      <EligibleFilter
        fields={fields}
        value={feature.eligible}
        onChange={(eligible) => onChange(withPlaceChanged(draft, at, { ...feature, eligible } as EventMatch))}
      />
    </>
  );
};

const FeatureName = ({
  feature,
  onChange,
}: {
  readonly feature: EventMatch & { readonly label: string };
  readonly onChange: (label: string) => void;
}) => {
  const t = useText(exploreText);
  const nameOf = usePlaceName();
  return (
    <CommittedText
      label={t('rename')}
      placeholder={nameOf({ ...feature, label: '' } as EventMatch)}
      value={feature.label}
      onCommit={(label) => onChange(label.slice(0, 120))}
    />
  );
};
