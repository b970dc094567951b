import Pencil from 'lucide-react/icons/pencil';
import X from 'lucide-react/icons/x';
import { useText } from '#web/i18n/i18n.ts';
import { IconButton } from '#web/ui/IconButton.tsx';
import { formulaText } from './text/text.ts';

export interface RowActionsProps {
  readonly name: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** Changes a part of a formula, or takes it out. */
export const RowActions = ({ name, onEdit, onRemove }: RowActionsProps) => {
  const t = useText(formulaText);
  return (
    <span className="flex justify-end whitespace-nowrap">
      <IconButton size="small" icon={Pencil} label={t('edit.change', { name })} onClick={onEdit} />
      <IconButton size="small" icon={X} label={t('edit.remove', { name })} onClick={onRemove} />
    </span>
  );
};
