import { useState } from "preact/hooks";
import { captions } from "../../src/core/menu-texts.ts";
import { sheetNames } from "../../src/core/sheet-names.ts";
import { type CarrierCode, carriers } from "../../src/shop/carrier.ts";
import { Select } from "../controls.tsx";
import { server } from "../google-script.ts";
import { Notice } from "../notice.tsx";
import { useWork } from "../use-work.ts";

const options: readonly (readonly [string, string])[] = [["", "選んでください"], ...Object.entries(carriers)];

/** The carrier of each delivery method that has none, chosen without a way to the master. */
export function CarrierChoice({ methods }: { readonly methods: readonly string[] }) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set());
  const { busy, idle, outcome, setOutcome, attempt } = useWork<"saving">();
  const open = methods.filter((method) => !saved.has(method));
  const choices = open.flatMap((method) => {
    const carrier = (chosen[method] ?? "") as CarrierCode | "";
    return carrier === "" ? [] : [{ method, carrier }];
  });
  const save = () =>
    attempt("saving", async () => {
      const { done, message } = await server.chooseCarriers(choices);
      setOutcome({
        failed: !done,
        message: done ? `${message}「${captions.importShipments}」で反映されます。` : message,
      });
      if (done) setSaved(new Set([...saved, ...choices.map(({ method }) => method)]));
    });
  return (
    <fieldset>
      <legend>{`配送会社を選ぶ（${sheetNames.deliveries}に書き込みます）`}</legend>
      {open.map((method, at) => (
        <Select
          key={method}
          id={`carrier-${at}`}
          label={method}
          options={options}
          value={chosen[method] ?? ""}
          onChange={(carrier) => setChosen({ ...chosen, [method]: carrier })}
        />
      ))}
      {open.length === 0 ? null : (
        <div class="buttons">
          <button
            type="button"
            class="plain"
            aria-disabled={busy || choices.length === 0}
            onClick={idle(() => choices.length > 0 && void save())}
          >
            選んだ配送会社を設定する
          </button>
        </div>
      )}
      <Notice outcome={outcome} />
    </fieldset>
  );
}
