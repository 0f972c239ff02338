import type { ComponentChildren } from "preact";

interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

interface Text extends Labelled {
  readonly type: "password" | "text" | "number" | "date" | "datetime-local" | "time";
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface Choice extends Labelled {
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

/** An input with its label, its explanation and what is wrong with it. */
export function Field({ type, value, onChange, ...labelled }: Text) {
  return (
    <Row {...labelled}>
      <input
        {...described(labelled)}
        // Preact tells the types apart by the roles that they may be given, and these are given none.
        type={type as "text"}
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Row>
  );
}

/** A text of several lines. */
export function Lines({ value, onChange, ...labelled }: Omit<Text, "type">) {
  return (
    <Row {...labelled}>
      <textarea
        {...described(labelled)}
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
      <select {...described(labelled)} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
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
      <label class="switch" for={id}>
        <span>{label}</span>
        <input
          {...described(labelled)}
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

function Row({ id, label, hint, error, children }: Labelled & { readonly children: ComponentChildren }) {
  return (
    <div class="row">
      <label for={id}>{label}</label>
      {children}
      <Hint id={id} hint={hint} />
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

function described({ id, hint, error }: Labelled) {
  const by = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])].join(" ");
  return { id, "aria-invalid": error !== undefined, ...(by === "" ? {} : { "aria-describedby": by }) };
}
