import CircleAlert from 'lucide-react/icons/circle-alert';
import { type ReactNode, useId } from 'react';
import { FieldContext } from './field.ts';

export interface FormFieldProps {
  readonly label: string;
  /** What the value is for, under the box. */
  readonly hint?: ReactNode;
  /** What is wrong with the value and what to do. */
  readonly error?: string;
  /** Shown beside the label when the value may stay empty. */
  readonly optional?: string;
  readonly children: ReactNode;
}

/** A control with its name, its hint and its error, tied together for screen readers. */
export const FormField = ({ label, hint, error, optional, children }: FormFieldProps) => {
  const id = useId();
  const describedBy = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-13 font-medium">
        {label}
        {optional && <span className="ml-1.5 font-normal text-faint">{optional}</span>}
      </label>
      <FieldContext value={{ controlId: id, describedBy, invalid: Boolean(error) }}>{children}</FieldContext>
      {error ? (
        <p id={`${id}-error`} className="flex gap-1.5 text-12 text-bad">
          <CircleAlert size={14} aria-hidden className="mt-px shrink-0" />
          <span>{error}</span>
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="max-w-[72ch] text-12 text-muted">
            {hint}
          </p>
        )
      )}
    </div>
  );
};
