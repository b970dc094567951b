import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { z } from 'zod';
import { LocalDate } from '#kernel/page.ts';
import { useMay } from '#web/app/session.ts';
import { useTitle } from '#web/app/title.ts';
import { usePathParams, useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { ChoiceList } from '#web/ui/ChoiceList.tsx';
import { DateRangePicker } from '#web/ui/DateRangePicker.tsx';
import { RANGE_PRESETS } from '#web/ui/date-range.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { Popover } from '#web/ui/Popover.tsx';
import { BoardPage } from '#web/ui/pages/BoardPage.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import {
  type Board,
  type BoardTile,
  changeBoard,
  listBoards,
  listSavedQuestions,
  removeBoard,
  type SavedQuestion,
} from '../../../board-contracts.ts';
import { NameDialog } from '../saved/NameDialog.tsx';
import { savedPlace } from '../saved/saved-place.ts';
import { savedText } from '../saved/text/text.ts';
import { exploreText } from '../text/text.ts';
import { BoardTileAnswer } from './BoardTile.tsx';
import { movedTile } from './moved-tile.ts';

/** One period for all tiles; without a preset each has its own. */
const View = z.object({
  preset: z.enum(RANGE_PRESETS).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  asOf: LocalDate.optional(),
});

/** Saved questions side by side, each answered of now, for one period or each its own. */
export const OneBoardPage = () => {
  const t = useText(savedText);
  const { id = '' } = usePathParams();
  const boards = useQueryOf(listBoards, {});
  const questions = useQueryOf(listSavedQuestions, {});
  const board = boards.data?.rows.find((one) => one.id === id);
  useTitle(board?.name);
  const error = boards.error ?? questions.error;
  if (board && questions.data) return <Shown board={board} questions={questions.data.rows} />;
  if (error) return <ErrorState whole error={error} onRetry={() => void boards.refetch()} />;
  if (!boards.data || !questions.data) return <Skeleton shape="chart" />;
  return <EmptyState whole title={t('noBoard')} action={<ButtonLink to="/boards">{t('boards')}</ButtonLink>} />;
};

const SPANS = [
  [2, 'third'],
  [3, 'half'],
  [4, 'twoThirds'],
  [6, 'whole'],
] as const;

const Shown = ({ board, questions }: { readonly board: Board; readonly questions: readonly SavedQuestion[] }) => {
  const t = useText(savedText);
  const explore = useText(exploreText);
  const navigation = useNavigation();
  const [view, setView] = useViewState(View);
  const [naming, setNaming] = useState(false);
  const mayWrite = useMay('records.write');
  const change = useMutationOf(changeBoard, { refresh: [listBoards, listSavedQuestions] });
  const remove = useMutationOf(removeBoard, { refresh: [listBoards, listSavedQuestions] });
  const put = (tiles: readonly BoardTile[]) => change.mutate({ params: { id: board.id }, body: { ...board, tiles: [...tiles] } });
  const tiles = board.tiles.flatMap((tile, at) => {
    const saved = questions.find(({ id }) => id === tile.questionId);
    return saved ? [{ ...tile, at, saved }] : [];
  });
  const periodFor = ({ period }: SavedQuestion) => (view.preset ? { ...view, preset: view.preset } : period);
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
              <AddQuestion questions={questions} onPick={(questionId) => put([...board.tiles, { questionId, span: 3 }])} />
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
        tiles={tiles.map(({ saved, at, span }) => ({
          id: `${saved.id}-${at}`,
          title: saved.name,
          subtitle: explore(`kind.${saved.question.kind}`),
          to: savedPlace(saved, periodFor(saved)),
          span,
          content: <BoardTileAnswer saved={saved} period={periodFor(saved)} />,
          actions: mayWrite && (
            <Menu
              align="end"
              trigger={
                <button
                  type="button"
                  aria-label={t('more', { name: saved.name })}
                  className="no-print inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
                >
                  <Ellipsis size={16} aria-hidden />
                </button>
              }
              groups={[
                {
                  items: [
                    { label: t('moveBack'), disabled: at === 0, onSelect: () => put(movedTile(board.tiles, at, -1)) },
                    { label: t('moveOn'), disabled: at === board.tiles.length - 1, onSelect: () => put(movedTile(board.tiles, at, 1)) },
                  ],
                },
                {
                  label: t('width'),
                  items: SPANS.map(([width, name]) => ({
                    label: t(name),
                    chosen: width === span,
                    onSelect: () => put(board.tiles.map((tile, index) => (index === at ? { ...tile, span: width } : tile))),
                  })),
                },
                { items: [{ label: t('takeOff'), danger: true, onSelect: () => put(board.tiles.filter((_, index) => index !== at)) }] },
              ]}
            />
          ),
        }))}
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

const AddQuestion = ({ questions, onPick }: { readonly questions: readonly SavedQuestion[]; readonly onPick: (id: string) => void }) => {
  const t = useText(savedText);
  const explore = useText(exploreText);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('addQuestion')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      className="w-80 p-1"
      trigger={<Button>{t('addQuestion')}</Button>}
    >
      <ChoiceList
        label={t('search')}
        options={questions.map(({ id, name, question }) => ({ value: id, label: name, detail: explore(`kind.${question.kind}`) }))}
        onPick={(id) => {
          setOpen(false);
          onPick(id);
        }}
      />
    </Popover>
  );
};
