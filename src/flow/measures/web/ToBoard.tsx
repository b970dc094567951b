import LayoutGrid from 'lucide-react/icons/layout-grid';
import { useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { showToast } from '#web/ui/toasts.ts';
import { type Board, type BoardTile, changeBoard, createBoard, listBoards } from '../board-contracts.ts';
import { NameDialog } from './explore/saved/NameDialog.tsx';
import { savedText } from './explore/saved/text/text.ts';

const CHANGED = { refresh: [listBoards] };
const NAMELESS = { name: '', description: '' };

/** Puts a tile on one of the boards, or on a new one; nothing for readers who may not write. */
export const ToBoard = ({ tile }: { readonly tile: BoardTile }) => {
  const t = useText(savedText);
  const navigation = useNavigation();
  const [naming, setNaming] = useState(false);
  const mayWrite = useMay('records.write');
  const boards = useQueryOf(listBoards, {}, { enabled: mayWrite }).data?.rows ?? [];
  const put = useMutationOf(changeBoard, CHANGED);
  const create = useMutationOf(createBoard, CHANGED);
  if (!mayWrite) return null;
  const done = ({ id, name }: Board) => {
    setNaming(false);
    showToast({ text: t('onBoard', { name }), to: { href: navigation.hrefOf(`/boards/${id}`), label: name } });
  };
  const place = (board: Board) =>
    put.mutate({ params: { id: board.id }, body: { ...board, tiles: [...board.tiles, tile] } }, { onSuccess: done });
  return (
    <>
      <Menu
        align="end"
        trigger={<Button icon={LayoutGrid}>{t('toBoard')}</Button>}
        groups={[
          ...(boards.length > 0 ? [{ items: boards.map((board) => ({ label: board.name, onSelect: () => place(board) })) }] : []),
          { items: [{ label: t('newBoard'), onSelect: () => setNaming(true) }] },
        ]}
      />
      <NameDialog
        open={naming}
        title={t('newBoard')}
        initial={NAMELESS}
        pending={create.isPending}
        onClose={() => setNaming(false)}
        onSave={(named) => create.mutate({ body: { ...named, tiles: [tile] } }, { onSuccess: done })}
      />
    </>
  );
};
