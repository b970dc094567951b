import { useState } from 'react';
import { search } from '#flow/signals/contracts.ts';
import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Combobox } from '#web/ui/Combobox.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import type { SegmentUnit } from '../../../condition-contracts.ts';
import type { SegmentExplanation, SegmentPreview } from '../../../segment-contracts.ts';
import { segmentText } from '../text/text.ts';

interface Asked<Answer> {
  readonly data: Answer | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
}

export interface LiveSizeProps {
  readonly unit: SegmentUnit;
  readonly preview: Asked<SegmentPreview>;
  /** Why the chosen one is in; null while none is chosen. */
  readonly why: Asked<SegmentExplanation> | null;
  readonly onExplain: (id: string | null) => void;
}

/** How many would be in the segment, some of them, and the door to why one is in or not. */
export const LiveSize = ({ unit, preview, why, onExplain }: LiveSizeProps) => {
  const t = useText(segmentText);
  const { data, error } = preview;
  return (
    <aside className="flex min-w-0 flex-col gap-5">
      {error && !data ? (
        <ErrorState error={error} />
      ) : data ? (
        <Count preview={data} stale={preview.isFetching} unit={unit} />
      ) : (
        <Skeleton shape="text" rows={4} />
      )}
      <section className="flex flex-col gap-2">
        <h2 className="text-13 font-semibold">{t('explain')}</h2>
        <UnitSearch unit={unit} onPick={onExplain} />
        {why?.error ? <ErrorState error={why.error} /> : null}
        {why?.data && (
          <>
            <p role="status" className="text-13">
              {t(why.data.met ? 'explainIn' : 'explainOut', { name: why.data.name ?? t('hidden') })}
            </p>
            <div>
              <Button size="small" onClick={() => onExplain(null)}>
                {t('explainStop')}
              </Button>
            </div>
          </>
        )}
      </section>
    </aside>
  );
};

const Count = ({ preview, stale, unit }: { readonly preview: SegmentPreview; readonly stale: boolean; readonly unit: SegmentUnit }) => {
  const t = useText(segmentText);
  const reader = useReader();
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-13 text-muted">{t('live')}</h2>
      <p role="status" className={stale ? 'opacity-60' : ''}>
        <span className="text-20 font-semibold tabular-nums">{formatNumber(reader, preview.count)}</span>{' '}
        <span className="text-13 text-muted">
          {t('ofAll', { n: formatNumber(reader, preview.of) })}
          {preview.of > 0 && ` · ${formatPercent(reader, preview.count / preview.of)}`}
        </span>
      </p>
      {preview.parts.length === 1 && <p className="text-12 text-muted">{t('everyone')}</p>}
      {preview.sample.length > 0 && (
        <>
          <h3 className="mt-2 text-12 font-medium text-muted">{t('sample')}</h3>
          <ul className="flex flex-col gap-1 text-13">
            {preview.sample.map(({ id, name }) => (
              <li key={id} className="min-w-0 truncate">
                <EntityChip kind={unit} id={id} name={name ?? t('hidden')} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

const UnitSearch = ({ unit, onPick }: { readonly unit: SegmentUnit; readonly onPick: (id: string | null) => void }) => {
  const t = useText(segmentText);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string } | null>(null);
  const found = useQueryOf(search, { query: { q: text } }, { enabled: text.trim() !== '' }).data?.rows ?? [];
  const options =
    text === '' ? [] : found.filter(({ kind }) => kind === unit).map(({ id, label, detail }) => ({ value: id, label, hint: detail }));
  return (
    <Combobox
      label={t('explainPick')}
      placeholder={t('explainPick')}
      value={chosen?.value ?? null}
      options={chosen && !options.some(({ value }) => value === chosen.value) ? [chosen, ...options] : options}
      onSearch={setText}
      onChange={(value) => {
        setChosen(options.find((option) => option.value === value) ?? null);
        onPick(value);
      }}
    />
  );
};
