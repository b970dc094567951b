import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { Link } from '#web/ui/Link.tsx';
import type { Segment, SegmentUse } from '../../segment-contracts.ts';
import { segmentText } from './text/text.ts';

/** Where a segment is used, each leading there; nothing where it is not. */
export const SegmentUses = ({ uses, title }: { readonly uses: Segment['usedBy']; readonly title: string }) => {
  const t = useText(segmentText);
  if (uses.length === 0) return null;
  return (
    <div className="text-13">
      <p className="text-muted">{title}</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {uses.map((use) => (
          <li key={`${use.kind} ${use.id}`}>
            <span className="text-muted">{t(`use.${use.kind}`)}</span>{' '}
            <Link to={placeOf(use)} className="underline hover:text-accent">
              {typeof use.name === 'string' ? use.name : use.name[currentLanguage()]}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};

const PLACES: Readonly<Record<SegmentUse['kind'], (id: string) => string>> = {
  segment: (id) => `/segments/${id}`,
  play: (id) => `/plays/${id}`,
  // Which period a question has, and on which list a view is, their pages know.
  question: () => '/questions',
  board: (id) => `/boards/${id}`,
  view: () => '/accounts',
};

const placeOf = ({ kind, id }: SegmentUse): string => PLACES[kind](id);
