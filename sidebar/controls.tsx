import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";

interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** On what was typed, while it is typed: there from the start, and empty as long as there is nothing to say. */
  readonly note?: string | undefined;
  readonly error?: string | undefined;
}

/** The ids of the fields whose input is not saved yet. */
export const Unsaved = createContext<ReadonlySet<string>>(new Set());

interface Text extends Labelled {
  readonly type: "password" | "text" | "number" | "date" | "datetime-local" | "time";
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
}

interface Choice extends Labelled {
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

/** An input with its label, its explanation and what is wrong with it. */
export function Field({ type, value, onChange, onLeave, ...labelled }: Text) {
  return (
    <Row {...labelled}>
      <input
        {...useDescribed(labelled)}
        // Preact tells the types apart by the roles that they may be given, and these are given none.
        type={type as "text"}
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onChange(event.currentTarget.value)}
        {...(onLeave && { onBlur: onLeave })}
      />
    </Row>
  );
}

/** A text of several lines. */
export function Lines({ value, onChange, ...labelled }: Omit<Text, "type" | "onLeave">) {
  return (
    <Row {...labelled}>
      <textarea
        {...useDescribed(labelled)}
        rows={4}
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Row>
  );
}

export function Select({ value, options, onChange, ...labelled }: Choice) {
  return (
    <Row {...labelled}>
      <select {...useDescribed(labelled)} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
    </Row>
  );
}

export function Switch({
  checked,
  onChange,
  ...labelled
}: Labelled & { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  const { id, label, hint } = labelled;
  return (
    <div class="row">
      <UnsavedMark id={id} />
      <label class="switch" for={id}>
        <span>{label}</span>
        <input
          {...useDescribed(labelled)}
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
      <Hint id={id} hint={hint} />
    </div>
  );
}

function Row({ id, label, hint, note, error, children }: Labelled & { readonly children: ComponentChildren }) {
  return (
    <div class="row">
      <UnsavedMark id={id} />
      <label for={id}>{label}</label>
      {children}
      <Hint id={id} hint={hint} />
      {note === undefined ? null : (
        <p id={`${id}-note`} class="note" role="status">
          {note}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} class="error">
          {error}
        </p>
      )}
    </div>
  );
}

const Hint = ({ id, hint }: Pick<Labelled, "id" | "hint">) =>
  hint === undefined ? null : (
    <p id={`${id}-hint`} class="hint">
      {hint}
    </p>
  );

export const UnsavedMark = ({ id }: Pick<Labelled, "id">) =>
  useContext(Unsaved).has(id) ? (
    <span id={`${id}-unsaved`} class="unsaved">
      未保存
    </span>
  ) : null;

/** The input's own name, and all that is said of it besides. */
function useDescribed({ id, hint, note, error }: Labelled) {
  const unsaved = useContext(Unsaved).has(id);
  const said = Object.entries({ unsaved: unsaved || undefined, hint, note: note || undefined, error });
  const by = said.flatMap(([part, there]) => (there === undefined ? [] : [`${id}-${part}`]));
  return { id, "aria-invalid": error !== undefined, ...(by.length === 0 ? {} : { "aria-describedby": by.join(" ") }) };
}
