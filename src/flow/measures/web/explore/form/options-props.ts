import type { FieldDefinition } from '#web/ui/filter/fields.ts';
import type { Question } from '../../../question-contracts.ts';

/** What every form of further options is given. */
export interface OptionsProps<Draft extends Question> {
  readonly draft: Draft;
  readonly fields: readonly FieldDefinition[];
  readonly onChange: (draft: Question) => void;
}
