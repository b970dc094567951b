import { NumberBox, type NumberBoxProps } from '../../explore/form/NumberBox.tsx';

export interface SmallNumberProps extends Pick<NumberBoxProps, 'least' | 'most'> {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number within a sentence. */
export const SmallNumber = ({ onChange, ...box }: SmallNumberProps) => (
  <span className="inline-block w-18">
    <NumberBox {...box} onChange={(value) => value !== null && onChange(value)} />
  </span>
);
