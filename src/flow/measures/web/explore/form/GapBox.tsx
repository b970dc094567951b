import { useText } from '#web/i18n/i18n.ts';
import { FormField } from '#web/ui/FormField.tsx';
import { exploreText } from '../text/text.ts';
import { NumberBox } from './NumberBox.tsx';

export interface GapBoxProps<Draft> {
  readonly draft: Draft;
  readonly onChange: (next: Draft) => void;
}

/** After how many minutes of quiet does a visit end? */
export const GapBox = <Draft extends { readonly gapMinutes: number }>({ draft, onChange }: GapBoxProps<Draft>) => {
  const t = useText(exploreText);
  return (
    <FormField label={t('paths.gap')}>
      <NumberBox
        value={draft.gapMinutes}
        least={1}
        most={1_440}
        onChange={(gapMinutes) => gapMinutes && onChange({ ...draft, gapMinutes })}
      />
    </FormField>
  );
};
