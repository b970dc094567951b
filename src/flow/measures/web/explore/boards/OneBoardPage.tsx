import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { z } from 'zod';
import { LocalDate } from '#kernel/page.ts';
import { useMay } from '#web/app/session.ts';
import { useTitle } from '#web/app/title.ts';
import { usePathParams, useViewState } from '#web/app/view-state.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { DateRangePicker } from '#web/ui/DateRangePicker.tsx';
import { RANGE_PRESETS } from '#web/ui/date-range.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { BoardPage, type Tile } from '#web/ui/pages/BoardPage.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import {
  type Board,
  type BoardTile,
  changeBoard,
  listBoards,
  listSavedQuestions,
  type MetricOnBoard,
  removeBoard,
  type SavedQuestion,
} from '../../../board-contracts.ts';
import { listMetrics, type MetricCard } from '../../../contracts.ts';
import type { Period } from '../explore-view.ts';
import { NameDialog } from '../saved/NameDialog.tsx';
import { savedPlace } from '../saved/saved-place.ts';
import { savedText } from '../saved/text/text.ts';
import { exploreText } from '../text/text.ts';
import { AddTile } from './AddTile.tsx';
import { BoardTileAnswer } from './BoardTile.tsx';
import { MetricMeaning, MetricTileAnswer, MetricTileWords } from './MetricTileAnswer.tsx';
import { metricPlace, viewOnBoard } from './metric-tile.ts';
import { TileMenu } from './TileMenu.tsx';

/** One period for all tiles; without a preset each has its own. */
const View = z.object({
  preset: z.enum(RANGE_PRESETS).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  asOf: LocalDate.optional(),
});

/** Saved questions and metrics side by side, each answered of now, for one period or each its own. */
export const OneBoardPage = () => {
  const t = useText(savedText);
  const { id = '' } = usePathParams();
  const boards = useQueryOf(listBoards, {});
  const questions = useQueryOf(listSavedQuestions, {});
  const metrics = useQueryOf(listMetrics, {}, { freshFor: 300_000 });
  const board = boards.data?.rows.find((one) => one.id === id);
  useTitle(board?.name);
  const error = boards.error ?? questions.error ?? metrics.error;
  if (board && questions.data && metrics.data) return <Shown board={board} questions={questions.data.rows} metrics={metrics.data.rows} />;
  if (error) return <ErrorState whole error={error} onRetry={() => void boards.refetch()} />;
  if (!boards.data || !questions.data || !metrics.data) return <Skeleton shape="chart" />;
  return <EmptyState whole title={t('noBoard')} action={<ButtonLink to="/boards">{t('boards')}</ButtonLink>} />;
};

interface ShownProps {
  readonly board: Board;
  readonly questions: readonly SavedQuestion[];
  readonly metrics: readonly MetricCard[];
}

const Shown = ({ board, questions, metrics }: ShownProps) => {
  const t = useText(savedText);
  const navigation = useNavigation();
  const [view, setView] = useViewState(View);
  const [naming, setNaming] = useState(false);
  const mayWrite = useMay('records.write');
  const change = useMutationOf(changeBoard, { refresh: [listBoards, listSavedQuestions] });
  const remove = useMutationOf(removeBoard, { refresh: [listBoards, listSavedQuestions] });
  const put = (tiles: readonly BoardTile[]) => change.mutate({ params: { id: board.id }, body: { ...board, tiles: [...tiles] } });
  const periodOfAll = view.preset ? { ...view, preset: view.preset } : null;
  const tiles = board.tiles.flatMap((tile, at): readonly Tile[] => {
    const shown = 'metric' in tile ? metricTile(tile.metric, metrics, periodOfAll) : questionTile(tile.questionId, questions, periodOfAll);
    if (!shown) return [];
    const menu = mayWrite && <TileMenu name={shown.title} tiles={board.tiles} at={at} onChange={put} />;
    return [
      {
        ...shown,
        id: `${shown.id}-${at}`,
        span: tile.span,
        actions: (
          <>
            {shown.actions}
            {menu}
          </>
        ),
      },
    ];
  });
  const { preset = 'custom', from, to, asOf } = view;
  return (
    <>
      <BoardPage
        title={board.name}
        subtitle={board.description || undefined}
        parent={{ label: t('boards'), to: '/boards' }}
        actions={
          mayWrite && (
            <>
              <AddTile questions={questions} metrics={metrics} onAdd={(tile) => put([...board.tiles, tile])} />
              <Menu
                align="end"
                trigger={<Button aria-label={t('more', { name: board.name })} look="quiet" icon={Ellipsis} />}
                groups={[
                  {
                    items: [
                      { label: t('rename'), onSelect: () => setNaming(true) },
                      {
                        label: t('remove'),
                        danger: true,
                        onSelect: () =>
                          remove.mutate({ params: { id: board.id } }, { onSuccess: () => navigation.push(navigation.hrefOf('/boards')) }),
                      },
                    ],
                  },
                ]}
              />
            </>
          )
        }
        tools={
          tiles.length > 0 && (
            <>
              {view.preset ? (
                <DateRangePicker
                  value={{ preset, ...(from ? { from } : {}), ...(to ? { to } : {}), ...(asOf ? { asOf } : {}) }}
                  onChange={(range) => setView({ preset: range.preset, from: range.from, to: range.to, asOf: range.asOf })}
                />
              ) : null}
              <Button look={view.preset ? 'quiet' : 'secondary'} onClick={() => setView(view.preset ? EACH : { preset: '90d' })}>
                {t(view.preset ? 'ownPeriod' : 'periodOfAll')}
              </Button>
            </>
          )
        }
        empty={
          <EmptyState title={t('noTiles')} action={<ButtonLink to="/explore">{t('build')}</ButtonLink>}>
            {t('noTilesText')}
          </EmptyState>
        }
        tiles={tiles}
      />
      <NameDialog
        open={naming}
        title={t('rename')}
        initial={board}
        pending={change.isPending}
        onClose={() => setNaming(false)}
        onSave={(named) => change.mutate({ params: { id: board.id }, body: { ...board, ...named } }, { onSuccess: () => setNaming(false) })}
      />
    </>
  );
};

const EACH = { preset: undefined, from: undefined, to: undefined, asOf: undefined };

const questionTile = (id: string, questions: readonly SavedQuestion[], periodOfAll: Period | null): Tile | null => {
  const saved = questions.find((one) => one.id === id);
  if (!saved) return null;
  const period = periodOfAll ?? saved.period;
  return {
    id,
    title: saved.name,
    subtitle: <QuestionWords saved={saved} />,
    to: savedPlace(saved, period),
    content: <BoardTileAnswer saved={saved} period={period} />,
  };
};

const QuestionWords = ({ saved }: { readonly saved: SavedQuestion }) => useText(exploreText)(`kind.${saved.question.kind}`);

const metricTile = (metric: MetricOnBoard, metrics: readonly MetricCard[], periodOfAll: Period | null): Tile | null => {
  const card = metrics.find(({ id }) => id === metric.id);
  if (!card) return null;
  const view = viewOnBoard(metric, periodOfAll);
  return {
    id: card.id,
    title: card.name[currentLanguage()],
    subtitle: <MetricTileWords view={view} />,
    to: metricPlace(card.id, view),
    content: <MetricTileAnswer card={card} view={view} />,
    actions: <MetricMeaning card={card} view={view} />,
  };
};
