import { captions, inMenu } from "../../../core/menu-texts.ts";
import { Problem } from "../../../core/problem.ts";

/** Where archives lie: a project of Google Cloud, and a dataset in it. */
export interface Place {
  readonly project: string;
  readonly dataset: string;
}

/** What is known of a call that failed; the message may hold values of cells, and is shown to nobody. */
interface Failure {
  readonly code: number | undefined;
  readonly message: string;
}

const NOT_ENABLED = 501;

export const BIGQUERY = "BigQuery";

interface Usable {
  readonly location: string;
  readonly made: boolean;
  /** For which BigQuery keeps what was changed. */
  readonly days: number;
}

export const bigQueryUsable = (name: string, { location, made, days }: Usable): string =>
  `「${name}」（${location}）${made ? "を作成しました。" : "を"}保管に使えます。個人情報を消去しても、BigQueryのタイムトラベルには消去前の行が${days}日間残ります。`;

export const noProject = (): Problem =>
  new Problem(
    "fix",
    `保管先がBigQueryですが、プロジェクトIDがありません。${inMenu(captions.showSettings)}で入力してください。`,
  );

/** A sandbox, or a dataset somebody has given an expiry: what is archived would vanish by itself. */
export const expires = ({ project, dataset }: Place): Problem =>
  new Problem(
    "fix",
    `BigQueryの「${project}.${dataset}」には有効期限があり、保管した行が自動で消えてしまうため、保管しません。請求先アカウントのないプロジェクト（BigQueryサンドボックス）では、60日で消えます。Google Cloudでプロジェクトに請求先アカウントを設定してから、データセットとテーブルの有効期限をなくすか、別のデータセット名を設定してください。`,
  );

export const unlikeTable = ({ project, dataset }: Place, table: string, column: string): Problem =>
  new Problem(
    "fix",
    `BigQueryの表「${project}.${dataset}.${table}」の列「${column}」の型が違うため、保管できません。表を元に戻すか、別のデータセット名を設定してください。`,
  );

export const stillLoading = (): Problem =>
  new Problem(
    "wait",
    "BigQueryの読み込みがまだ終わっていません。シートの行はそのまま残っています。次の日次整理で続けます。",
  );

export const refusedRows = (): Problem =>
  new Problem(
    "report",
    "BigQueryが行を受け付けませんでした。シートの行はそのまま残っています。開発者へ連絡してください。",
  );

/** What lacks, and who mends it. The first that fits counts. */
const causes: readonly (readonly [fits: RegExp, told: (place: Place) => Problem])[] = [
  [
    /has not been used in project|has not enabled BigQuery|accessNotConfigured/i,
    ({ project }) =>
      new Problem(
        "fix",
        `プロジェクト「${project}」でBigQuery APIが有効になっていません。Google Cloudコンソールの「APIとサービス」で有効にし、数分待ってからもう一度お試しください。`,
      ),
  ],
  [
    /Billing has not been enabled|free tier|sandbox mode|billing account/i,
    ({ project }) =>
      new Problem(
        "fix",
        `プロジェクト「${project}」に請求先アカウントがありません（BigQueryサンドボックス）。サンドボックスでは、保管した行が60日で消え、個人情報の消去や二重の行の削除もできないため、使えません。Google Cloudで請求先アカウントを設定してください。`,
      ),
  ],
  [
    /authentication scopes|permissions are not sufficient|permission to call/i,
    () =>
      new Problem(
        "fix",
        "このアカウントでは、BigQueryを使う許可がまだありません。スプレッドシートを開き直してメニューから実行し、Googleの画面でBigQueryを含むすべての許可にチェックを入れてください。",
      ),
  ],
  [
    /Not found: Project|Unknown project|Invalid project|project .* (not found|does not exist)/i,
    ({ project }) =>
      new Problem(
        "fix",
        `プロジェクト「${project}」が見つかりません。Google Cloudコンソールに表示されているプロジェクトIDか確認してください。プロジェクト名や番号ではありません。`,
      ),
  ],
  [
    /Quota exceeded|rate limits|quotaExceeded|rateLimitExceeded/i,
    () => new Problem("wait", "BigQueryの割り当てを使い切っています。時間をおいて、次の日次整理で続けます。"),
  ],
  [
    /Access Denied|permission/i,
    ({ project }) =>
      new Problem(
        "fix",
        `プロジェクト「${project}」のBigQueryを使う権限がありません。プロジェクトの管理者に、IAMの「BigQuery ジョブユーザー」と「BigQuery データ編集者」を付けてもらってください。`,
      ),
  ],
];

export function bigQueryProblem(failure: Failure, place: Place): Problem {
  const { code, message } = failure;
  const options = failure instanceof Error ? { cause: failure } : {};
  if (code === NOT_ENABLED) {
    return new Problem(
      "fix",
      "このスクリプトではBigQueryが無効になっています。導入した方に、appsscript.jsonでBigQueryを有効にするよう依頼するか、保管先をスプレッドシートに変えてください。",
      options,
    );
  }
  if (code === undefined || code >= 500) {
    return new Problem("wait", "BigQueryから応答がありません。時間をおいて、もう一度お試しください。", options);
  }
  const cause = causes.find(([fits]) => fits.test(message));
  if (cause !== undefined) return cause[1](place);
  return code === 429
    ? new Problem("wait", "BigQueryが混み合っています。時間をおいて、もう一度お試しください。", options)
    : new Problem("report", `BigQueryが処理を受け付けませんでした（${code}）。開発者へ連絡してください。`, options);
}
