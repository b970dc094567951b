import clsx from 'clsx';
import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { useField } from './field.ts';
import { FIELD } from './surfaces.ts';

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line to type in. Wrap it in a FormField, or give it an `aria-label`. */
export const TextField = ({ value, onChange, className, id, ...rest }: TextFieldProps) => (
  <input {...useField(id)} className={clsx(FIELD, className)} value={value} onChange={(event) => onChange(event.target.value)} {...rest} />
);

export interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines to type in; grows with its text. */
export const TextArea = ({ value, onChange, className, id, rows = 3, ...rest }: TextAreaProps) => (
  <textarea
    {...useField(id)}
    rows={rows}
    className={clsx(FIELD, 'field-sizing-content h-auto py-1.5', className)}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    {...rest}
  />
);
