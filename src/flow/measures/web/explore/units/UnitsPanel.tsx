import Download from 'lucide-react/icons/download';
import { type ReactNode, useState } from 'react';
import { call } from '#web/api.ts';
import { formatNamed } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { usePagesOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState, useProblem } from '#web/ui/ErrorState.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { type AnswerPart, listQuestionUnits, type Question, type UnitRow } from '../../../question-contracts.ts';
import { useAnswerWords } from '../answer/use-answer-words.ts';
import { csvFile, saveFile } from '../save-file.ts';
import { exploreText } from '../text/text.ts';
import { type Outcome, outcomesBeside } from './outcomes-beside.ts';
import { partWords } from './part-words.ts';
import { unitsCsv } from './units-csv.ts';

export interface UnitsPanelProps {
  readonly question: Question;
  readonly part: AnswerPart;
  readonly onClose: () => void;
  /** Another part of the same answer is to be shown. */
  readonly onPart: (part: AnswerPart) => void;
  /** What else can be done with these units, beside exporting them. */
  readonly actions?: ReactNode;
}

const A_PAGE = 100;

/** Who is behind a point, cell, step or edge: each leads to its page; all can be taken along as a file. */
export const UnitsPanel = ({ question, part, onClose, onPart, actions }: UnitsPanelProps) => {
  const t = useText(exploreText);
  const reader = useReader();
  const words = useAnswerWords(question);
  const pages = usePagesOf(listQuestionUnits, { query: { limit: A_PAGE }, body: { question, part } });
  const kind = question.unit === 'person' ? 'people' : question.unit === 'account' ? 'accounts' : 'others';
  const title = partWords(question, part, words, reader);
  return (
    <SidePanel title={formatNamed(reader, t(`units.${kind}`), title || t('units.all'))} onClose={onClose}>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        <span className="mr-auto text-12 text-muted">{pages.rows && t('units.shown', { count: pages.rows.length })}</span>
        {actions}
        <ExportUnits question={question} part={part} />
        <OutcomeChoice question={question} part={part} onPart={onPart} />
      </div>
      {pages.error ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.rows === undefined ? (
        <Skeleton shape="table" />
      ) : pages.rows.length === 0 ? (
        <p className="p-4 text-13 text-muted">{t('units.none')}</p>
      ) : (
        <ul aria-label={title}>
          {pages.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <Unit key={at} row={row} />
          ))}
        </ul>
      )}
      {pages.more && (
        <div className="p-3">
          <Button pending={pages.loadingMore} onClick={pages.more}>
            {t('units.more')}
          </Button>
        </div>
      )}
    </SidePanel>
  );
};

const OutcomeChoice = ({ question, part, onPart }: Pick<UnitsPanelProps, 'question' | 'part' | 'onPart'>) => {
  const t = useText(exploreText);
  const outcomes = outcomesBeside(question, part);
  const [first] = outcomes;
  if (first === undefined) return null;
  return (
    <SegmentedControl
      label={t('outcome.label')}
      value={outcomes.find((one) => one === part.outcome) ?? first}
      onChange={(outcome) => onPart({ ...part, outcome })}
      options={outcomes.map((outcome) => ({ value: outcome, label: t(outcomeKey(question.kind, outcome)) }))}
    />
  );
};

const outcomeKey = (kind: Question['kind'], outcome: Outcome) => {
  if (kind === 'adoption' && outcome === 'reached') return 'outcome.used' as const;
  return kind === 'adoption' && outcome === 'dropped' ? ('outcome.unused' as const) : (`outcome.${outcome}` as const);
};

const Unit = ({ row }: { readonly row: UnitRow }) => {
  const t = useText(exploreText);
  const { kind, id, name } = row;
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2 text-13">
      <div className="min-w-0 flex-1">
        {kind === 'other' ? (
          <span className="block truncate">{id}</span>
        ) : (
          <EntityChip kind={kind} id={id} name={name ?? (kind === 'person' ? t('units.hidden') : id)} />
        )}
      </div>
      {row.at !== null && (
        <span className="shrink-0 text-12 whitespace-nowrap text-muted">
          <DateTime at={row.at} />
        </span>
      )}
    </li>
  );
};

const AN_EXPORTED_PAGE = 10_000;

const ExportUnits = ({ question, part }: Pick<UnitsPanelProps, 'question' | 'part'>) => {
  const t = useText(exploreText);
  const [fetched, setFetched] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const problem = useProblem(error);
  const run = async () => {
    const rows: UnitRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await call(listQuestionUnits, {
        query: { limit: AN_EXPORTED_PAGE, ...(cursor ? { cursor } : {}) },
        body: { question, part },
      });
      rows.push(...page.rows);
      cursor = page.nextCursor ?? undefined;
      setFetched(rows.length);
    } while (cursor);
    saveFile(csvFile(unitsCsv(rows)), 'units.csv');
    showToast({ text: t('units.exported', { count: rows.length }) });
  };
  const start = () => {
    setFetched(0);
    setError(null);
    run()
      .catch(setError)
      .finally(() => setFetched(null));
  };
  return (
    <>
      {error !== null && <span className="text-12 text-bad">{problem.title}</span>}
      <Button size="small" icon={Download} pending={fetched !== null} onClick={start}>
        {fetched === null ? t('units.csv') : t('units.exporting', { count: fetched })}
      </Button>
    </>
  );
};
