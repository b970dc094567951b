import type { ReactNode } from 'react';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Link } from '#web/ui/Link.tsx';
import { listSavedQuestions, type SavedQuestion } from '../../board-contracts.ts';
import type { Segment, SegmentUse } from '../../segment-contracts.ts';
import { savedPlace } from '../explore/saved/saved-place.ts';
import { segmentText } from './text/text.ts';

/** Where a segment is used, each leading there; nothing where it is not. */
export const SegmentUses = ({ uses, title }: { readonly uses: Segment['usedBy']; readonly title: ReactNode }) => {
  const t = useText(segmentText);
  const asked = useQueryOf(listSavedQuestions, {}, { enabled: uses.some(({ kind }) => kind === 'question') });
  if (uses.length === 0) return null;
  return (
    <div className="text-13">
      <p className="text-muted">{title}</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {uses.map((use) => (
          <li key={`${use.kind} ${use.id}`}>
            <span className="text-muted">{t(`use.${use.kind}`)}</span>{' '}
            <Link to={placeOf(use, asked.data?.rows ?? [])} className="underline hover:text-accent">
              {typeof use.name === 'string' ? use.name : use.name[currentLanguage()]}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};

const placeOf = ({ kind, id, list }: SegmentUse, questions: readonly SavedQuestion[]): string => {
  const saved = kind === 'question' ? questions.find((one) => one.id === id) : undefined;
  if (kind === 'view') return `/${list ?? 'accounts'}?saved=${encodeURIComponent(id)}`;
  return saved ? savedPlace(saved) : PLACES[kind](id);
};

const PLACES: Readonly<Record<Exclude<SegmentUse['kind'], 'view'>, (id: string) => string>> = {
  segment: (id) => `/segments/${id}`,
  play: (id) => `/plays/${id}`,
  question: () => '/questions',
  board: (id) => `/boards/${id}`,
};
