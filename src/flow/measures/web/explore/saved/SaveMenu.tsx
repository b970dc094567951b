import Bookmark from 'lucide-react/icons/bookmark';
import { useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { showToast } from '#web/ui/toasts.ts';
import {
  type Board,
  changeBoard,
  changeQuestion,
  listBoards,
  listSavedQuestions,
  removeQuestion,
  type SavedQuestion,
  saveQuestion,
} from '../../../board-contracts.ts';
import type { Question } from '../../../question-contracts.ts';
import type { ExploreView, Period } from '../explore-view.ts';
import { NameDialog, type Named } from './NameDialog.tsx';
import { savedText } from './text/text.ts';

export interface SaveMenuProps {
  readonly saved: SavedQuestion | undefined;
  readonly question: Question;
  readonly view: ExploreView;
  /** What a new question is called unless the reader says otherwise. */
  readonly title: string;
  readonly onSaved: (id: string | undefined) => void;
}

const CHANGED = [listSavedQuestions, listBoards];

/** Keeps the question as it stands: as a new one or over the one it began as; puts it on a board. */
export const SaveMenu = (props: SaveMenuProps) => {
  const { saved, question, view, title, onSaved } = props;
  const t = useText(savedText);
  const navigation = useNavigation();
  const [naming, setNaming] = useState<'new' | 'old' | null>(null);
  const create = useMutationOf(saveQuestion, { refresh: CHANGED });
  const change = useMutationOf(changeQuestion, { refresh: CHANGED });
  const remove = useMutationOf(removeQuestion, { refresh: CHANGED });
  const put = useMutationOf(changeBoard, { refresh: CHANGED });
  const boards = useQueryOf(listBoards, {}, { enabled: saved !== undefined }).data?.rows ?? [];
  if (!useMay('records.write')) return null;
  const draft = { question, period: periodOf(view), look: view.look };
  const done = (one: SavedQuestion) => {
    setNaming(null);
    showToast({ text: t('saved', { name: one.name }) });
    onSaved(one.id);
  };
  const keep = (named: Named) =>
    naming === 'old' && saved
      ? change.mutate({ params: { id: saved.id }, body: { ...draft, ...named } }, { onSuccess: done })
      : create.mutate({ body: { ...draft, ...named } }, { onSuccess: done });
  const place = (board: Board) => {
    if (!saved) return;
    const tiles = [...board.tiles, { questionId: saved.id, span: 3 as const }];
    const to = { href: navigation.hrefOf(`/boards/${board.id}`), label: board.name };
    put.mutate(
      { params: { id: board.id }, body: { ...board, tiles } },
      { onSuccess: () => showToast({ text: t('onBoard', { name: board.name }), to }) },
    );
  };
  const drop = () => {
    if (!saved) return;
    remove.mutate({ params: { id: saved.id } }, { onSuccess: () => showToast({ text: t('removed', { name: saved.name }) }) });
    onSaved(undefined);
  };
  return (
    <>
      {saved ? (
        <Menu
          align="end"
          trigger={<Button icon={Bookmark}>{t('save')}</Button>}
          groups={[
            {
              items: [
                {
                  label: t('saveChanges'),
                  onSelect: () => change.mutate({ params: { id: saved.id }, body: { ...saved, ...draft } }, { onSuccess: done }),
                },
                { label: t('saveAs'), onSelect: () => setNaming('new') },
                { label: t('rename'), onSelect: () => setNaming('old') },
              ],
            },
            ...(boards.length > 0
              ? [{ label: t('toBoard'), items: boards.map((board) => ({ label: board.name, onSelect: () => place(board) })) }]
              : []),
            { items: [{ label: t('remove'), danger: true, onSelect: drop }] },
          ]}
        />
      ) : (
        <Button icon={Bookmark} onClick={() => setNaming('new')}>
          {t('save')}
        </Button>
      )}
      <NameDialog
        open={naming !== null}
        title={t(naming === 'old' ? 'rename' : 'save')}
        initial={saved && naming === 'old' ? saved : { name: title.slice(0, 120), description: '' }}
        pending={create.isPending || change.isPending}
        onClose={() => setNaming(null)}
        onSave={keep}
      />
    </>
  );
};

const periodOf = ({ preset, from, to, asOf, interval }: Period): Period => ({
  preset,
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(asOf ? { asOf } : {}),
  ...(interval ? { interval } : {}),
});
