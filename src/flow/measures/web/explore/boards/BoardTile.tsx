import { useMemo } from 'react';
import { useWorkspace } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { calendarDay } from '#web/ui/date-range.ts';
import { useNavigation } from '#web/ui/navigation.ts';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import type { SavedQuestion } from '../../../board-contracts.ts';
import { useSeen } from '../../use-seen.ts';
import { AnswerView } from '../answer/AnswerView.tsx';
import { isEmptyAnswer } from '../answer/is-empty-answer.ts';
import { readDraft } from '../draft.ts';
import { type Period, partInView, questionAt } from '../explore-view.ts';
import { savedPlace } from '../saved/saved-place.ts';
import { useMarks } from '../saved/use-marks.ts';
import { exploreText } from '../text/text.ts';
import { useAnswer } from '../use-answer.ts';
import { CompactContext } from './compact.ts';

/** The answer of a saved question on a board, asked once it is looked at; a press leads to the explorer. */
export const BoardTileAnswer = ({ saved, period }: { readonly saved: SavedQuestion; readonly period: Period }) => {
  const t = useText(exploreText);
  const { timeZone } = useWorkspace();
  const navigation = useNavigation();
  const [place, seen] = useSeen<HTMLDivElement>();
  const question = useMemo(
    () => questionAt(readDraft(saved.question) ?? saved.question, period, { today: calendarDay(Date.now(), timeZone), timeZone }),
    [saved, period, timeZone],
  );
  const { result, error } = useAnswer(question, seen);
  const { marks } = useMarks(question, result, seen);
  const placeOf = (part: Parameters<typeof partInView>[0]) => {
    const base = savedPlace(saved, period);
    return `${base}&part=${encodeURIComponent(JSON.stringify(partInView(part).part))}`;
  };
  return (
    <div ref={place} className="flex min-h-40 min-w-0 flex-col gap-4">
      {error ? (
        <p className="text-13 text-bad">{error instanceof Error ? error.message : String(error)}</p>
      ) : !result ? (
        <Skeleton shape="chart" />
      ) : isEmptyAnswer(result.answer) ? (
        <p className="text-13 text-muted">{t('empty.title')}</p>
      ) : (
        <CompactContext value={true}>
          <AnswerView
            result={result}
            look={saved.look}
            marks={marks}
            placeOf={placeOf}
            onOpen={(part) => navigation.push(navigation.hrefOf(placeOf(part)))}
            onAsk={() => navigation.push(navigation.hrefOf(savedPlace(saved, period)))}
          />
        </CompactContext>
      )}
    </div>
  );
};
