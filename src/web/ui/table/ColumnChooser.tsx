import Columns3 from 'lucide-react/icons/columns-3';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { ChoiceList } from '../ChoiceList.tsx';
import { IconButton } from '../IconButton.tsx';
import { Popover } from '../Popover.tsx';
import { type Column, columnsShown } from './column.ts';

export interface ColumnChooserProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which columns does the reader want to see? The first one always stays. */
export const ColumnChooser = <Row,>({ columns, chosen, onChange }: ColumnChooserProps<Row>) => {
  const t = useText(uiText);
  const shown = columnsShown(columns, chosen).map((column) => column.key);
  const pick = (key: string) => onChange(shown.includes(key) ? shown.filter((one) => one !== key) : [...shown, key]);
  return (
    <Popover
      label={t('table.columns')}
      align="end"
      className="w-60 p-1"
      trigger={<IconButton label={t('table.columns')} icon={Columns3} />}
    >
      <ChoiceList
        label={t('table.columns')}
        options={columns.slice(1).map(({ key, label }) => ({ value: key, label }))}
        chosen={shown}
        onPick={pick}
      />
    </Popover>
  );
};
