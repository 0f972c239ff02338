import { shortTime } from "../../src/core/jst.ts";
import { captions } from "../../src/core/menu-texts.ts";
import {
  type CheckedFunction,
  type ConnectionCheck,
  checkSummary,
  curesOf,
  isFine,
  isKeyRefused,
  KEY_REFUSED,
  neededFunctions,
  stateTexts,
} from "../../src/desk/connection/rules/connection.ts";
import { licenceTexts } from "../../src/desk/licence/rules/licence.ts";
import type { SettingsView } from "../../src/desk/settings/rules/settings-form.ts";

interface Connection {
  readonly view: SettingsView;
  readonly busy: boolean;
  readonly checking: boolean;
  readonly onCheck: () => void;
}

/** How the connection stands, and what the last check found. */
export function ConnectionSection({ view, busy, checking, onCheck }: Connection) {
  const { check, operator, editable } = view;
  const connected = operator !== "";
  return (
    <section aria-labelledby="state" class="state">
      <h2 id="state">接続の状態</h2>
      <dl>
        <Fact term="連携" text={stateOf(view)} />
        {connected ? <Fact term="担当者" text={operator} /> : null}
        {connected ? (
          <Fact term="有効期限" text={firstSentence(licenceTexts(view.licence, new Date(view.now)).detail)} />
        ) : null}
        <Fact
          term="最終確認"
          text={check === null ? "まだ確認していません" : `${shortTime(new Date(check.at))} ${checkSummary(check)}`}
        />
      </dl>
      {editable ? (
        <button type="button" class="plain" disabled={view.licenseKey === null} aria-disabled={busy} onClick={onCheck}>
          {checking ? "確認しています…" : captions.showConnection}
        </button>
      ) : null}
      {check === null ? null : <Results check={check} />}
    </section>
  );
}

function stateOf({ operator, settings, check }: SettingsView): string {
  if (operator === "") return "未接続（キーが登録されていません）";
  if (check !== null && isKeyRefused(check)) return KEY_REFUSED;
  if (!settings.enabled) return "無効（連携は止まっています）";
  if (check === null) return "キーを登録済み（接続は未確認です）";
  return isFine(check) ? "接続済み" : "接続できない機能があります";
}

/** What to do about the last check: whoever checked is taken there. */
export const CURES = "cures";

const firstSentence = (text: string): string => `${text.split("。")[0]}`;

const Fact = ({ term, text }: { readonly term: string; readonly text: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{text}</dd>
  </>
);

function Results({ check }: { readonly check: ConnectionCheck }) {
  return (
    <>
      {curesOf(check).length === 0 ? null : (
        <ul id={CURES} class="cures" tabIndex={-1}>
          {curesOf(check).map((cure) => (
            <li key={cure}>{cure}</li>
          ))}
        </ul>
      )}
      <details open={!isFine(check) && !isKeyRefused(check)}>
        <summary>機能ごとの結果</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">機能</th>
              <th scope="col">結果</th>
            </tr>
          </thead>
          <tbody>
            {check.results.map((result) => (
              <Result key={result.name} result={result} />
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Result({ result: { name, state, detail } }: { readonly result: CheckedFunction }) {
  const about = neededFunctions.find((one) => one.name === name);
  return (
    <tr>
      <th scope="row">
        {about?.use}
        <small>{name}</small>
      </th>
      <td class={state === "usable" ? "good" : "bad"}>
        {state === "usable" ? "✓ " : "！"}
        {stateTexts[state].label}
        {state === "usable" ? null : <small>{`（${detail}）`}</small>}
      </td>
    </tr>
  );
}
