import { createContext, useContext } from 'react';

/** What a form field tells the control inside it: its ids and whether it is in error. */
export interface FieldWiring {
  readonly controlId?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
}

export const FieldContext = createContext<FieldWiring>({});

/** The attributes by which a control belongs to the field around it; its own id wins. */
export const useField = (id?: string): { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true } => {
  const { controlId, describedBy, invalid } = useContext(FieldContext);
  return { id: id ?? controlId, 'aria-describedby': describedBy, ...(invalid ? { 'aria-invalid': true } : {}) };
};
