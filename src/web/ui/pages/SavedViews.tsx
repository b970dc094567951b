import Bookmark from 'lucide-react/icons/bookmark';
import BookmarkPlus from 'lucide-react/icons/bookmark-plus';
import Trash from 'lucide-react/icons/trash-2';
import { type FormEvent, useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '../Button.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { Dialog } from '../Dialog.tsx';
import { FormField } from '../FormField.tsx';
import { Menu } from '../Menu.tsx';
import { TextField } from '../TextField.tsx';

export interface SavedViewsProps {
  readonly views: readonly { readonly id: string; readonly name: string }[];
  readonly current: string | null;
  readonly onPick: (id: string | null) => void;
  /** `shared`: for everyone of the workspace. */
  readonly onSave: (name: string, shared: boolean) => void;
  readonly onRemove?: (id: string) => void;
}

/** Ways to look at a list that someone kept under a name. */
export const SavedViews = ({ views, current, onPick, onSave, onRemove }: SavedViewsProps) => {
  const t = useText(uiText);
  const [naming, setNaming] = useState(false);
  const chosen = views.find((view) => view.id === current);
  return (
    <>
      <Menu
        trigger={<Button icon={Bookmark}>{chosen?.name ?? t('views.all')}</Button>}
        groups={[
          {
            label: t('views.label'),
            items: [
              { label: t('views.all'), chosen: !chosen, onSelect: () => onPick(null) },
              ...views.map((view) => ({ label: view.name, chosen: view.id === current, onSelect: () => onPick(view.id) })),
            ],
          },
          {
            items: [
              { label: t('views.save'), icon: BookmarkPlus, onSelect: () => setNaming(true) },
              ...(chosen && onRemove
                ? [{ label: t('views.remove', { name: chosen.name }), icon: Trash, danger: true, onSelect: () => onRemove(chosen.id) }]
                : []),
            ],
          },
        ]}
      />
      <NameDialog open={naming} onClose={() => setNaming(false)} onSave={onSave} />
    </>
  );
};

const NameDialog = ({
  open,
  onClose,
  onSave,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSave: (name: string, shared: boolean) => void;
}) => {
  const t = useText(uiText);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim(), shared);
    setName('');
    setShared(false);
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('views.saveTitle')} description={t('views.saveHint')} width="narrow">
      <form onSubmit={submit} className="flex flex-col gap-4 pb-2">
        <FormField label={t('views.name')}>
          <TextField value={name} onChange={setName} maxLength={60} required />
        </FormField>
        <Checkbox checked={shared} onChange={setShared} label={t('views.share')} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary">
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
